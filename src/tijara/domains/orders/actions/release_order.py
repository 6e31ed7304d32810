"""Nothing is waited for any more: the seller may act on a pending order."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import OrderPlaced
from ..models import Order, OrderLine
from ..shapes import OrderState
from .move_order import NoSuchOrder, WrongState, move_order

ENDED = frozenset({OrderState.CANCELLED, OrderState.REFUSED, OrderState.REFUNDED})


@action(power=Power.SYSTEM)
def release_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Again is nothing; WrongState if it has ended meanwhile."""
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state in ENDED:
        raise WrongState(state=order.state, number=order.number)
    if order.state != OrderState.PENDING:
        return
    move_order(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        order_id=order_id,
        to=OrderState.PLACED,
    )
    record(seller_id, _placed(order))


def _placed(order: Order) -> OrderPlaced:
    lines = OrderLine.objects.filter(seller_id=order.seller_id, order_id=order.id)
    products = lines.order_by("position").values_list("product_id", flat=True)
    return OrderPlaced(
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        buyer_id=order.buyer_id,
        checkout_id=order.checkout_id,
        product_ids=tuple(products),
        total_minor=order.total_minor,
        currency=order.currency,
    )
