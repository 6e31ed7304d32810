"""The money of an order has come, by card or by transfer."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Order
from ..rules import refund_due
from ..shapes import OrderState
from .move_order import NoSuchOrder
from .release_order import release_order

WHERE = {"card": Account.GATEWAY_RECEIVABLE, "bank_transfer": Account.BANK}
"""Where the money stands, by the way it was paid."""
OWING = frozenset(
    {
        OrderState.PENDING,
        OrderState.PLACED,
        OrderState.CONFIRMED,
        OrderState.PACKED,
        OrderState.SHIPPED,
    }
)
"""An unpaid order in one of these is paid for; in any other state the money came too late."""


class PaymentDiffers(Refusal):
    """It is not what is left to pay of the order, or another charge has paid it: somebody must
    look."""

    code = "orders.payment_differs"


@action(power=Power.SYSTEM)
def record_payment(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    charge_id: UUID,
    method: str,
    amount_minor: int,
) -> None:
    """Once for a charge, however often it is told. A pending order is released by it.

    The row's lock decides between this and a cancellation: whichever comes second sees the first.
    """
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.paid_at and order.charge_id == charge_id:
        return
    before = order.credit_minor + order.ahead_minor
    if order.paid_at or amount_minor != order.total_minor - before:
        raise PaymentDiffers(number=order.number)
    is_late = order.state not in OWING
    owed = Account.BUYER_REFUNDABLE if is_late else Account.BUYER_RECEIVABLE
    order.charge_id, order.paid_at = charge_id, now()
    Order.objects.filter(seller_id=seller_id, id=order_id).update(
        charge_id=charge_id, paid_at=order.paid_at, payment_method=method
    )
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_paid",
        reference_id=charge_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[Transfer(WHERE[method], owed, amount_minor)],
    )
    if is_late:
        record(seller_id, refund_due(order, is_late=True))
    elif order.state == OrderState.PENDING:
        release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, key=charge_id)
