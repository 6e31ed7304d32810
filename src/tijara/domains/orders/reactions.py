"""Who is told what, when an order moves. Each reaction is one call."""

from tijara.kit.actor import SYSTEM, ActorKind
from tijara.platform.outbox.subscriptions import on

from .actions import tell_of_order
from .events import (
    OrderCancelled,
    OrderConfirmed,
    OrderPacked,
    OrderPlaced,
    OrderRefunded,
    RefundDue,
)
from .shapes import News, Reader

Moved = OrderPlaced | OrderConfirmed | OrderPacked | OrderCancelled | OrderRefunded | RefundDue


@on(OrderPlaced)
def tell_buyer_of_placing(fact: OrderPlaced) -> None:
    _tell(fact, News.PLACED, Reader.BUYER)


@on(OrderPlaced)
def tell_seller_of_placing(fact: OrderPlaced) -> None:
    _tell(fact, News.PLACED, Reader.SELLER)


@on(OrderConfirmed)
def tell_buyer_of_confirmation(fact: OrderConfirmed) -> None:
    _tell(fact, News.CONFIRMED, Reader.BUYER)


@on(OrderPacked)
def tell_buyer_of_packing(fact: OrderPacked) -> None:
    _tell(fact, News.PACKED, Reader.BUYER)


@on(OrderCancelled)
def tell_buyer_of_cancellation(fact: OrderCancelled) -> None:
    _tell(fact, News.CANCELLED, Reader.BUYER)


@on(OrderCancelled)
def tell_seller_of_cancellation(fact: OrderCancelled) -> None:
    """He need not be told of his own act."""
    if fact.by != ActorKind.SELLER:
        _tell(fact, News.CANCELLED, Reader.SELLER)


@on(OrderRefunded)
def tell_buyer_of_refund(fact: OrderRefunded) -> None:
    _tell(fact, News.REFUNDED, Reader.BUYER)


@on(RefundDue)
def tell_buyer_of_late_money(fact: RefundDue) -> None:
    """Of money that was there in time the word about the order's end has told him already."""
    if fact.is_late:
        _tell(fact, News.LATE_MONEY, Reader.BUYER)


def _tell(fact: Moved, news: News, reader: Reader) -> None:
    tell_of_order(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        order_id=fact.order_id,
        news=news,
        reader=reader,
    )
