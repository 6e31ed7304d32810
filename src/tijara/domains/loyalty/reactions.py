"""Points follow orders: they are pending when an order has arrived, and go with what goes back."""

from tijara.domains.orders.events import OrderDelivered
from tijara.domains.returns.events import GoodsRefunded
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import open_earning, recount_earning


@on(OrderDelivered)
def promise_points_of_delivered_order(fact: OrderDelivered) -> None:
    open_earning(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(GoodsRefunded)
def take_points_of_refunded_goods(fact: GoodsRefunded) -> None:
    recount_earning(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)
