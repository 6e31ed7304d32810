"""A paid order has ended undelivered, or its money came too late: have it given back."""

from uuid import UUID

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.events import RefundDue
from tijara.domains.orders.queries import order as order_view
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import OwedToOpen, RefundCause
from .open_owed import open_owed


@action(power=Power.SYSTEM)
def open_due_refund(*, actor: Actor, due: RefundDue) -> UUID:
    """What it is for was posted when it became due; once for an order or for its parcel."""
    order = order_view(due.seller_id, due.order_id)
    if order is None:
        raise NoSuchOrder()
    if due.parcel_id:
        reference = f"parcel:{due.parcel_id}"
    else:
        reference = f"{'late' if due.is_late else 'order'}:{due.order_id}"
    return open_owed(
        actor=SYSTEM,
        order=order,
        owed=OwedToOpen(
            reference=reference,
            amount=Money(due.amount_minor, due.currency),
            cause=RefundCause.LATE if due.is_late else RefundCause.UNDELIVERED,
            credit_minor=due.credit_minor,
            ahead_minor=due.ahead_minor,
        ),
    )
