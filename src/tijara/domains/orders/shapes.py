"""Orders as they cross the border: asked for at the door, shown to buyers, sellers and staff."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class OrderState(StrEnum):
    PLACED = "placed"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What the door answers for one order."""

    PLACED = "placed"
    DUPLICATE = "duplicate"
    SOLD_OUT = "sold_out"
    PRICE_CHANGED = "price_changed"
    UNAVAILABLE = "unavailable"


class CancelReason(StrEnum):
    CHANGED_MIND = "changed_mind"
    WRONG_ADDRESS = "wrong_address"
    TOO_SLOW = "too_slow"
    OUT_OF_STOCK = "out_of_stock"
    CANT_REACH = "cant_reach"
    OTHER = "other"


class Reader(StrEnum):
    """Who is told of an order."""

    BUYER = "buyer"
    SELLER = "seller"


@dataclass(frozen=True, slots=True)
class DeliveryAddress:
    """Where to, without a postcode. `short_code` is Saudi Arabia's national short address."""

    recipient: str
    phone: str
    """E.164: +966551234567."""
    city: str
    """A city code of geography."""
    district: str = ""
    street: str = ""
    landmark: str = ""
    short_code: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class LineToPlace:
    """One priced and taxed line. `offer_version` is the terms that the buyer saw."""

    offer_id: UUID
    offer_version: int
    stock_id: UUID
    variant_id: UUID
    product_id: UUID
    name_ar: str
    name_en: str
    picture: str
    sku: str
    quantity: int
    unit_minor: int
    tax_bp: int
    tax_minor: int
    commission_minor: int
    commission_vat_minor: int


@dataclass(frozen=True, slots=True)
class OrderToPlace:
    """One order for the door. Amounts include tax; `idempotency_key` makes it happen once."""

    idempotency_key: UUID
    buyer_id: UUID
    checkout_id: UUID
    market_id: UUID
    currency: str
    delivery_minor: int
    fee_minor: int
    tax_minor: int
    """The tax inside the whole order: lines, delivery and fee."""
    payment_method: str
    language: str
    address: DeliveryAddress
    lines: tuple[LineToPlace, ...]

    @property
    def items_minor(self) -> int:
        return sum(line.unit_minor * line.quantity for line in self.lines)

    @property
    def total_minor(self) -> int:
        return self.items_minor + self.delivery_minor + self.fee_minor


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """The door's answer. `order_id` and `number` stand for PLACED and DUPLICATE; `offer_ids`
    are the lines at fault otherwise."""

    seller_id: UUID
    outcome: Outcome
    order_id: UUID | None = None
    number: str = ""
    offer_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderLineView:
    product_id: UUID
    name_ar: str
    name_en: str
    picture: str
    sku: str
    quantity: int
    unit: Money
    total: Money
    tax_bp: int
    tax: Money
    """Inside the total."""


@dataclass(frozen=True, slots=True)
class OrderStep:
    state: OrderState
    actor_kind: str
    reason: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order, whole: for the buyer's page, the hub and the back office."""

    seller_id: UUID
    id: UUID
    number: str
    buyer_id: UUID
    checkout_id: UUID
    state: OrderState
    placed_at: datetime
    moved_at: datetime
    items: Money
    delivery: Money
    fee: Money
    tax: Money
    total: Money
    commission: Money
    commission_vat: Money
    payment_method: str
    language: str
    address: DeliveryAddress
    lines: tuple[OrderLineView, ...]
    steps: tuple[OrderStep, ...]

    @property
    def can_be_cancelled(self) -> bool:
        """Until it is shipped, by its buyer, its seller or staff."""
        return self.state in (OrderState.PLACED, OrderState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in a list. `pieces` is the number of units; the picture is the first line's."""

    seller_id: UUID
    id: UUID
    number: str
    state: OrderState
    placed_at: datetime
    recipient: str
    city: str
    pieces: int
    total: Money
    payment_method: str
    picture: str
