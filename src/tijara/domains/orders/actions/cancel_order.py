"""Call an order off before it is shipped: the units go back, and nobody owes for it."""

from uuid import UUID

from tijara.domains.inventory.actions import restock_order
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import OrderCancelled
from ..models import Order
from ..queries import units_of
from ..shapes import CancelReason, OrderState
from .move_order import NoSuchOrder, WrongState, move_order


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
        order = move_order(
            actor=SYSTEM,
            on_behalf=actor,
            seller_id=seller_id,
            order_id=order_id,
            to=OrderState.CANCELLED,
            reason=reason,
        )
    except WrongState as wrong:
        raise NotCancellable(**wrong.facts) from wrong
    restock_order(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order_id,
        units=units_of(seller_id, order_id),
    )
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_cancelled",
        order_id=order_id,
        currency=order.currency,
        transfers=[Transfer(Account.ORDERS_PENDING, Account.BUYER_RECEIVABLE, order.total_minor)],
    )
    record(
        seller_id,
        OrderCancelled(seller_id, order_id, order.number, order.buyer_id, actor.kind, reason),
    )
