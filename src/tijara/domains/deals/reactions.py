"""A deal follows its order."""

from tijara.domains.orders.events import OrderDelivered, OrderRefunded
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import perform_deal, take_back_deal, tell_of_dispute
from .events import DisputeMoved


@on(OrderDelivered)
def perform_deal_of_delivered_order(fact: OrderDelivered) -> None:
    perform_deal(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(OrderRefunded)
def take_back_deal_of_refunded_order(fact: OrderRefunded) -> None:
    take_back_deal(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(DisputeMoved)
def tell_both_sides_of_dispute(fact: DisputeMoved) -> None:
    tell_of_dispute(actor=SYSTEM, step=fact)
