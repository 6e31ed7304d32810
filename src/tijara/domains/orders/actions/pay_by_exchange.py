"""An order is paid with what came back of another of the same buyer and the same seller."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import OrderState
from .move_order import NoSuchOrder, WrongState
from .release_order import release_order


@action(power=Power.SYSTEM)
def pay_by_exchange(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    charge_id: UUID | None,
    credit_minor: int = 0,
) -> None:
    """`charge_id` is of the other order's payment: what goes back of this one goes back there, and
    to the wallet what that had paid of it (`credit_minor`). The caller has put its total into the
    clearing account, in the same commit."""
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state != OrderState.PENDING or order.paid_at:
        raise WrongState(state=order.state, number=order.number)
    Order.objects.filter(seller_id=seller_id, id=order_id).update(
        charge_id=charge_id, credit_minor=credit_minor, paid_at=now()
    )
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_exchanged",
        reference_id=order_id,
        order_id=order_id,
        currency=order.currency,
        transfers=[
            Transfer(Account.EXCHANGE_CLEARING, Account.BUYER_RECEIVABLE, order.total_minor)
        ],
    )
    release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
