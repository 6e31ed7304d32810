"""End an order that was not delivered: its units go back to stock, and nobody owes for it."""

from uuid import UUID

from tijara.domains.inventory.actions import restock_order
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Order
from ..queries import units_of
from ..rules import refund_due
from ..shapes import OrderState
from .move_order import WrongState, move_order


@action(power=Power.SYSTEM)
def undo_sale(
    *,
    actor: Actor,
    on_behalf: Actor,
    seller_id: UUID,
    order_id: UUID,
    to: OrderState,
    reason: str = "",
) -> Order:
    """`to` is CANCELLED; the move's guard makes all of it happen once. An order of which a part
    has gone ends by its parcels.

    What was paid for it becomes the buyer's again, and is told upward as a refund that is due.
    """
    order = move_order(
        actor=SYSTEM,
        on_behalf=on_behalf,
        seller_id=seller_id,
        order_id=order_id,
        to=to,
        reason=reason,
    )
    if order.begun_at is not None:
        raise WrongState(state=order.state, number=order.number)
    units = units_of(seller_id, order_id)
    restock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, units=units)
    owed = Account.BUYER_REFUNDABLE if order.paid_at else Account.BUYER_RECEIVABLE
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=f"order_{to}",
        reference_id=order_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[Transfer(Account.ORDERS_PENDING, owed, order.total_minor)],
    )
    if order.paid_at and order.total_minor:
        record(seller_id, refund_due(order))
    return order
