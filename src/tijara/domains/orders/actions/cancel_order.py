"""Call an order off before it is shipped: the units go back, and nobody owes for it."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Order
from ..shapes import CancelReason
from .move_order import NoSuchOrder, WrongState
from .undo_sale import undo_sale


class NotCancellable(Refusal):
    """It is on its way, or it has ended already."""

    code = "orders.not_cancellable"


@action(power=Power.ORDERS_CANCEL)
def cancel_order(*, actor: Actor, seller_id: UUID, order_id: UUID, reason: CancelReason) -> None:
    """By its buyer, its seller or staff. A buyer cancels only what he bought himself."""
    bought = Order.objects.filter(seller_id=seller_id, id=order_id, buyer_id=actor.owner_id)
    if actor.kind is ActorKind.BUYER and not bought.exists():
        raise NoSuchOrder()
    try:
        undo_sale(
            actor=SYSTEM,
            on_behalf=actor,
            seller_id=seller_id,
            order_id=order_id,
            move="cancel",
            reason=reason,
        )
    except WrongState as wrong:
        raise NotCancellable(**wrong.facts) from wrong
