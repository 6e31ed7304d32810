"""End an order of which nothing has gone: its units go back to stock, and nobody owes for it."""

from uuid import UUID

from tijara.domains.inventory.actions import restock_order
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.process.moving import Step

from ..queries import units_to_put_back
from ..rules import paid_minor, refund_due
from ..shapes import UNDO, CancelReason
from .move_order import MovedOrder, move_order


@action(power=Power.SYSTEM)
def undo_sale(
    *,
    actor: Actor,
    on_behalf: Actor,
    seller_id: UUID,
    order_id: UUID,
    move: str,
    reason: CancelReason,
) -> MovedOrder:
    """`move` is "cancel" or "lapse"; its guard makes all of this happen once. An order of which a
    part has gone ends by its parcels.

    What was paid for it becomes the buyer's again, and is told upward as a refund that is due.
    Units of a flash sale stay held by its checkout, until the sale gives them to the next in line.
    """
    step = Step(move, on_behalf, does=UNDO, reason=reason)
    order = move_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
    units, keeper_id = units_to_put_back(seller_id, order_id)
    restock_order(
        actor=SYSTEM, seller_id=seller_id, order_id=order_id, units=units, keeper_id=keeper_id
    )
    paid = paid_minor(order)
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_cancelled",
        reference_id=order_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[
            Transfer(Account.ORDERS_PENDING, Account.BUYER_REFUNDABLE, paid),
            Transfer(Account.ORDERS_PENDING, Account.BUYER_RECEIVABLE, order.total_minor - paid),
        ],
    )
    if paid:
        record(seller_id, refund_due(order))
    return order
