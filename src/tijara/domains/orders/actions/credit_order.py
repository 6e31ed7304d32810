"""A buyer's wallet has paid an order, or a part of it."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import CREDITABLE, OrderState
from .move_order import NoSuchOrder
from .release_order import release_order


@action(power=Power.SYSTEM)
def credit_order(*, actor: Actor, seller_id: UUID, order_id: UUID, amount_minor: int) -> bool:
    """Once for an order, in the commit that spends the credit. False, where the order has ended
    meanwhile, a part of it has gone, or it was paid: then its buyer keeps his credit.

    One that is paid whole by it is released; of one that is paid in part the rest is awaited.
    """
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    is_open = order.state in CREDITABLE and order.begun_at is None and order.paid_at is None
    if not is_open or order.credit_minor or not 0 < amount_minor <= order.total_minor:
        return False
    is_whole = amount_minor == order.total_minor
    Order.objects.filter(seller_id=seller_id, id=order_id).update(
        credit_minor=amount_minor, paid_at=now() if is_whole else None
    )
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_credited",
        reference_id=order_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[Transfer(Account.WALLET_CLEARING, Account.BUYER_RECEIVABLE, amount_minor)],
    )
    if is_whole and order.state == OrderState.PENDING:
        release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    return True
