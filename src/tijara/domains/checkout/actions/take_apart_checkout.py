"""Take a checkout apart that is not paid: its orders end, and its goods lie in the cart again."""

from uuid import UUID

from django.db import transaction

from tijara.domains.carts.actions import put_back
from tijara.domains.carts.shapes import PickedLine
from tijara.domains.orders.actions import NotCancellable, cancel_order
from tijara.domains.orders.shapes import CancelReason, OrderToPlace
from tijara.domains.payments.actions import cancel_charge
from tijara.domains.payments.queries import charge_of_checkout, pay_standings
from tijara.domains.payments.shapes import ChargePart, PayStanding
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Checkout


class NothingToTakeApart(Refusal):
    """It is paid or about to be, its time was over, or it was taken apart before."""

    code = "checkout.nothing_to_take_apart"


@action(power=Power.ORDERS_CANCEL)
def take_apart_checkout(
    *, actor: Actor, buyer_id: UUID, checkout_id: UUID
) -> tuple[PickedLine, ...]:
    """Says what went back into the cart.

    The charge is called off first, under its lock: money that comes after it pays nothing and goes
    back, and of two who press at once one finds nothing to take apart. What lies in the cart
    already stays as it is.
    """
    charge = charge_of_checkout(buyer_id, checkout_id)
    standing = pay_standings([(buyer_id, checkout_id)]).get(checkout_id)
    if charge is None or standing is not PayStanding.PAY:
        raise NothingToTakeApart()
    if not cancel_charge(actor=actor, buyer_id=buyer_id, charge_id=charge.id):
        raise NothingToTakeApart()
    ended = [part for part in _in_order(charge.parts) if _ends(actor, part)]
    lines = _lines(buyer_id, checkout_id, {part.seller_id for part in ended})
    put_back(actor=actor, buyer_id=buyer_id, lines=lines)
    return tuple(lines)


def _in_order(parts: tuple[ChargePart, ...]) -> list[ChargePart]:
    return sorted(parts, key=lambda one: (one.seller_id, one.order_id))


def _ends(actor: Actor, part: ChargePart) -> bool:
    """False for one that had ended before."""
    try:
        with transaction.atomic():
            cancel_order(
                actor=actor,
                seller_id=part.seller_id,
                order_id=part.order_id,
                reason=CancelReason.CHANGED_MIND,
            )
    except NotCancellable:
        return False
    return True


def _lines(buyer_id: UUID, checkout_id: UUID, seller_ids: set[UUID]) -> list[PickedLine]:
    """What he had picked of them, at the prices that he saw."""
    intent = Checkout.objects.values_list("intent", flat=True).get(
        buyer_id=buyer_id, id=checkout_id
    )
    return [
        PickedLine(UUID(seller), line.offer_id, line.quantity, line.unit_minor)
        for seller, order in intent.items()
        if UUID(seller) in seller_ids
        for line in rebuild(OrderToPlace, order).lines
    ]
