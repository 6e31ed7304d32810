"""Facts about orders. None carries a name, a phone or an address."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "order_id", "number", "product_ids", "total_minor", "currency")
@dataclass(frozen=True, slots=True)
class OrderOpened:
    """It has its units and waits: for its payment, or for its buyer's phone to be confirmed."""

    name: ClassVar[str] = "orders.order_opened.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID
    checkout_id: UUID
    product_ids: tuple[UUID, ...]
    total_minor: int
    currency: str


@published("seller_id", "order_id", "number", "product_ids", "total_minor", "currency")
@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """The seller may act: nothing is waited for any more."""

    name: ClassVar[str] = "orders.order_placed.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID
    checkout_id: UUID
    product_ids: tuple[UUID, ...]
    total_minor: int
    currency: str


@published("seller_id", "order_id", "number")
@dataclass(frozen=True, slots=True)
class OrderConfirmed:
    name: ClassVar[str] = "orders.order_confirmed.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "number")
@dataclass(frozen=True, slots=True)
class OrderPacked:
    name: ClassVar[str] = "orders.order_packed.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "number")
@dataclass(frozen=True, slots=True)
class OrderShipped:
    name: ClassVar[str] = "orders.order_shipped.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "number")
@dataclass(frozen=True, slots=True)
class OrderDelivered:
    name: ClassVar[str] = "orders.order_delivered.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "number")
@dataclass(frozen=True, slots=True)
class OrderRefused:
    """The buyer did not take the parcel; the units are back in stock."""

    name: ClassVar[str] = "orders.order_refused.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "number", "by", "reason")
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


@published("seller_id", "order_id", "number")
@dataclass(frozen=True, slots=True)
class OrderRefunded:
    """The buyer has his money back for an order that was delivered."""

    name: ClassVar[str] = "orders.order_refunded.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID


@dataclass(frozen=True, slots=True)
class DepositTaken:
    """What its buyer puts down has come; the rest of it is paid in cash. It may have ended before
    that: then it goes back."""

    name: ClassVar[str] = "orders.deposit_taken.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class RefundDue:
    """We hold money that is the buyer's: his paid order ended undelivered, or it came too late."""

    name: ClassVar[str] = "orders.refund_due.v1"
    seller_id: UUID
    order_id: UUID
    number: str
    buyer_id: UUID
    charge_id: UUID | None
    method: str
    amount_minor: int
    currency: str
    credit_minor: int = 0
    """What of the amount the buyer's wallet had paid."""
    ahead_minor: int = 0
    """What of it was paid ahead, by another tender than the rest."""
    is_late: bool = False
    """The order had ended before its money came."""
    parcel_id: UUID | None = None
    """Where it is only for a parcel of the order that came back."""
