"""An order is paid with what came back of another of the same buyer and the same seller."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import OrderState, PaidBefore
from .move_order import NoSuchOrder, WrongState
from .release_order import release_order


@action(power=Power.SYSTEM)
def pay_by_exchange(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    before: PaidBefore,
) -> bool:
    """Whether all of it is paid now: then its shop may begin. What goes back of it goes back to
    what had paid the other order, in the same two parts. The caller has put `before.amount_minor`
    into the clearing account, in the same commit, and asks nothing more for what was paid in two
    ways already, but by the wallet."""
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state != OrderState.PENDING or order.paid_at:
        raise WrongState(state=order.state, number=order.number)
    credit = order.credit_minor + before.credit_minor
    is_whole = order.credit_minor + before.amount_minor == order.total_minor
    paid = (
        {
            "charge_id": before.charge_id,
            "paid_at": now(),
            "payment_method": before.method,
            "ahead_minor": before.ahead_minor,
            "ahead_method": before.ahead_method,
            "ahead_charge_id": before.ahead_charge_id,
        }
        if is_whole
        else {
            "ahead_minor": before.amount_minor - before.credit_minor,
            "ahead_method": before.method,
            "ahead_charge_id": before.charge_id,
        }
    )
    rows = Order.objects.filter(seller_id=seller_id, id=order_id)
    rows.update(credit_minor=credit, **paid)
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_exchanged",
        reference_id=order_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[
            Transfer(Account.EXCHANGE_CLEARING, Account.BUYER_RECEIVABLE, before.amount_minor)
        ],
    )
    if is_whole or order.payment_method == PaymentMethod.CASH_ON_DELIVERY:
        release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    return is_whole
