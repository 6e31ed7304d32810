"""Facts about payments; their owner is the buyer. None carries a card, an account or a name."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published

from .shapes import ChargePart, Purpose


@dataclass(frozen=True, slots=True)
class ChargePaid:
    """The money is there: once for a charge, also when it came after the charge had expired."""

    name: ClassVar[str] = "payments.charge_paid.v1"
    buyer_id: UUID
    charge_id: UUID
    checkout_id: UUID
    method: str
    currency: str
    parts: tuple[ChargePart, ...]
    purpose: Purpose = Purpose.ORDERS


@dataclass(frozen=True, slots=True)
class ChargeExpired:
    """Its time is over and no money came."""

    name: ClassVar[str] = "payments.charge_expired.v1"
    buyer_id: UUID
    charge_id: UUID
    checkout_id: UUID
    method: str
    currency: str
    parts: tuple[ChargePart, ...]
    purpose: Purpose = Purpose.ORDERS


@dataclass(frozen=True, slots=True)
class ChargeSwitched:
    """Its buyer pays another way than he had chosen; what stands now, the charge says."""

    name: ClassVar[str] = "payments.charge_switched.v1"
    buyer_id: UUID
    charge_id: UUID
    checkout_id: UUID
    method: str


@published("refund_id", "seller_id", "order_id", "method", "amount_minor", "currency")
@dataclass(frozen=True, slots=True)
class RefundPaid:
    """An order's money has gone back to its buyer."""

    name: ClassVar[str] = "payments.refund_paid.v1"
    buyer_id: UUID
    refund_id: UUID
    charge_id: UUID | None
    seller_id: UUID
    order_id: UUID
    method: str
    amount_minor: int
    currency: str
    purpose: Purpose = Purpose.ORDERS
    is_by_bank: bool = False
    """Staff gave it back from our bank account, or in cash, however it had been paid."""
