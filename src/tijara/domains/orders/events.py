"""Facts about orders. None carries a name, a phone or an address."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    name: ClassVar[str] = "orders.order_placed.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID
    checkout_id: UUID
    product_ids: tuple[UUID, ...]
    total_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class OrderConfirmed:
    name: ClassVar[str] = "orders.order_confirmed.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@dataclass(frozen=True, slots=True)
class OrderShipped:
    name: ClassVar[str] = "orders.order_shipped.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@dataclass(frozen=True, slots=True)
class OrderDelivered:
    name: ClassVar[str] = "orders.order_delivered.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@dataclass(frozen=True, slots=True)
class OrderRefused:
    """The buyer did not take the parcel; the units are back in stock."""

    name: ClassVar[str] = "orders.order_refused.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@dataclass(frozen=True, slots=True)
class OrderCancelled:
    """`by` is the kind of actor: buyer, seller, staff or system."""

    name: ClassVar[str] = "orders.order_cancelled.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID
    by: str
    reason: str
