"""Say yes: the buyer may send it, and knows where to."""

from uuid import UUID

from django.db import transaction

from tijara.domains.inventory.actions import NotEnoughStock, hold_stock
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.orders.actions import lock_order
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..models import Return, ReturnLine
from ..queries import after_days, free_units, return_view
from ..rules.days import KEEP_DAYS, SEND_DAYS
from ..shapes import ReturnState, ReturnView, Wish
from .move_return import NoSuchReturn, ReturnMovedOn, move_return


@action(power=Power.RETURNS_HANDLE)
def approve_return(*, actor: Actor, seller_id: UUID, return_id: UUID) -> None:
    """By the shop, by staff (who may overrule the shop), or by the clock. What is wished for in
    its place is kept for the buyer; is it gone, his money goes back instead, and he is told."""
    told = return_view(seller_id, return_id)
    if told is None:
        raise NoSuchReturn()
    lock_order(actor=SYSTEM, seller_id=seller_id, order_id=told.order_id)
    name: str = "approve"
    vouched: tuple[str, ...] = ()
    if actor.kind is ActorKind.SYSTEM:
        name = "approve_for_silence"
    elif told.state is ReturnState.APPEALED and actor.kind is ActorKind.STAFF:
        name, vouched = "overrule", ("units_are_free",)
        _check_free(told)
    due = {"due_at": after_days(seller_id, SEND_DAYS), "label_asked_at": now()}
    step = Step(name, actor, vouched=vouched, sets=due)
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    if told.wish is Wish.EXCHANGE:
        _keep(told)


def _check_free(told: ReturnView) -> None:
    """Meanwhile they may have gone back another way. The order is held."""
    lines = ReturnLine.objects.filter(seller_id=told.seller_id, return_id=told.id)
    left = free_units(told.seller_id, told.order_id)
    if any(line.quantity > left.get(line.line_id, 0) for line in lines):
        raise ReturnMovedOn(state=told.state)


def _keep(told: ReturnView) -> None:
    row = Return.objects.filter(seller_id=told.seller_id, id=told.id)
    key = OfferKey(told.seller_id, row.values_list("offer_id", flat=True)[0])
    offer = offers([key]).get(key)
    try:
        if offer is None or not offer.is_active:
            raise NotEnoughStock([])
        with transaction.atomic():
            hold_stock(
                actor=SYSTEM,
                seller_id=told.seller_id,
                checkout_id=told.id,
                requests=[HoldRequest(offer.stock_id, told.pieces)],
                minutes=KEEP_DAYS * 24 * 60,
            )
    except NotEnoughStock:
        row.update(wish=Wish.REFUND)
