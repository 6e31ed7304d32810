"""What a buyer puts down has come: his order is one for cash, of which the rest is paid."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import DepositTaken, RefundDue
from ..models import Order
from ..shapes import OrderState
from .move_order import NoSuchOrder
from .record_payment import WHERE, PaymentDiffers
from .release_order import release_order


@action(power=Power.SYSTEM)
def record_deposit(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    charge_id: UUID,
    method: str,
    amount_minor: int,
    forfeit_bp: int,
) -> None:
    """Once for a charge, however often it is told. Has the order ended meanwhile, the money goes
    back, all of it."""
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.ahead_charge_id == charge_id:
        return
    if order.paid_at or order.ahead_minor or amount_minor > order.total_minor - order.credit_minor:
        raise PaymentDiffers(number=order.number)
    is_late = order.state != OrderState.PENDING
    order.ahead_minor, order.ahead_method = amount_minor, method
    order.ahead_charge_id, order.forfeit_bp = charge_id, forfeit_bp
    order.payment_method = PaymentMethod.CASH_ON_DELIVERY
    order.save(
        update_fields=[
            "ahead_minor", "ahead_method", "ahead_charge_id", "forfeit_bp", "payment_method",
        ]
    )  # fmt: skip
    owed = Account.BUYER_REFUNDABLE if is_late else Account.BUYER_RECEIVABLE
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_deposited",
        reference_id=charge_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[Transfer(WHERE[method], owed, amount_minor)],
    )
    record(seller_id, _taken(order))
    if is_late:
        record(seller_id, _due(order))
    else:
        release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, key=charge_id)


def _taken(order: Order) -> DepositTaken:
    return DepositTaken(
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        amount_minor=order.ahead_minor,
        currency=order.currency,
    )


def _due(order: Order) -> RefundDue:
    return RefundDue(
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        buyer_id=order.buyer_id,
        charge_id=order.ahead_charge_id,
        method=order.ahead_method,
        amount_minor=order.ahead_minor,
        currency=order.currency,
        ahead_minor=order.ahead_minor,
        is_late=True,
    )
