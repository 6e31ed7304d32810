"""Who is told what, when an order moves. Each reaction is one call."""

from tijara.kit.actor import SYSTEM, ActorKind
from tijara.platform.outbox.subscriptions import on

from .actions import tell_of_order
from .events import (
    OrderCancelled,
    OrderConfirmed,
    OrderDelivered,
    OrderPlaced,
    OrderRefused,
    OrderShipped,
)
from .shapes import OrderState, Reader

Moved = OrderPlaced | OrderConfirmed | OrderShipped | OrderDelivered | OrderRefused | OrderCancelled


@on(OrderPlaced)
def tell_buyer_of_placing(fact: OrderPlaced) -> None:
    _tell(fact, OrderState.PLACED, Reader.BUYER)


@on(OrderPlaced)
def tell_seller_of_placing(fact: OrderPlaced) -> None:
    _tell(fact, OrderState.PLACED, Reader.SELLER)


@on(OrderConfirmed)
def tell_buyer_of_confirmation(fact: OrderConfirmed) -> None:
    _tell(fact, OrderState.CONFIRMED, Reader.BUYER)


@on(OrderShipped)
def tell_buyer_of_shipping(fact: OrderShipped) -> None:
    _tell(fact, OrderState.SHIPPED, Reader.BUYER)


@on(OrderDelivered)
def tell_buyer_of_delivery(fact: OrderDelivered) -> None:
    _tell(fact, OrderState.DELIVERED, Reader.BUYER)


@on(OrderRefused)
def tell_buyer_of_refusal(fact: OrderRefused) -> None:
    _tell(fact, OrderState.REFUSED, Reader.BUYER)


@on(OrderCancelled)
def tell_buyer_of_cancellation(fact: OrderCancelled) -> None:
    _tell(fact, OrderState.CANCELLED, Reader.BUYER)


@on(OrderCancelled)
def tell_seller_of_cancellation(fact: OrderCancelled) -> None:
    """He need not be told of his own act."""
    if fact.by != ActorKind.SELLER:
        _tell(fact, OrderState.CANCELLED, Reader.SELLER)


def _tell(fact: Moved, news: OrderState, reader: Reader) -> None:
    tell_of_order(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        order_id=fact.order_id,
        news=news,
        reader=reader,
    )
