"""Who has received an order is asked for a review, some days later."""

from tijara.domains.orders.events import OrderDelivered
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import plan_invitation


@on(OrderDelivered)
def ask_its_buyer_later(fact: OrderDelivered) -> None:
    plan_invitation(
        actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id, buyer_id=fact.buyer_id
    )
