"""Ways to pay, what a buyer has to pay, and what goes back to him."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class PaymentMethod(StrEnum):
    CASH_ON_DELIVERY = "cash_on_delivery"
    CARD = "card"
    BANK_TRANSFER = "bank_transfer"


class ChargeState(StrEnum):
    OPEN = "open"
    PAID = "paid"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class RefundState(StrEnum):
    DUE = "due"
    PAID = "paid"


class ReceiptState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class PaymentOption:
    """`fee` is once for a checkout; `refused_because` is a code when it can't be used now."""

    method: PaymentMethod
    fee: Money
    refused_because: str = ""


@dataclass(frozen=True, slots=True)
class ChargePart:
    """What of a charge is for one order."""

    seller_id: UUID
    order_id: UUID
    number: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ChargeToOpen:
    """One checkout's charge. `recipient` is the e-mail address or phone that news of it go to."""

    checkout_id: UUID
    market_id: UUID
    method: PaymentMethod
    amount: Money
    parts: tuple[ChargePart, ...]
    due_at: datetime
    language: str
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A picture of his transfer that the buyer has brought. `reason` is why it was rejected."""

    id: UUID
    file_id: UUID
    state: ReceiptState
    reason: str
    note: str
    uploaded_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class ChargeView:
    """What a buyer has to pay for a checkout, whole. `reference` is what he writes on a transfer;
    receipts are the newest first."""

    buyer_id: UUID
    id: UUID
    checkout_id: UUID
    market_id: UUID
    method: PaymentMethod
    state: ChargeState
    amount: Money
    parts: tuple[ChargePart, ...]
    reference: str
    language: str
    opened_at: datetime
    due_at: datetime
    paid_at: datetime | None
    receipts: tuple[ReceiptView, ...] = ()

    @property
    def is_waiting_for_staff(self) -> bool:
        """The buyer has done his part: somebody must compare his receipt with the bank."""
        return bool(self.receipts) and self.receipts[0].state is ReceiptState.WAITING


@dataclass(frozen=True, slots=True)
class RefundToOpen:
    """An order's money that goes back, the way it came. `charge_id` is None where it was cash."""

    charge_id: UUID | None
    seller_id: UUID
    order_id: UUID
    number: str
    method: PaymentMethod
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True)
class RefundView:
    """`seller_id` and `order_id` are None where money came twice and one of them goes back.
    `needs_staff`: no gateway will do it; somebody must pay it and write down how."""

    buyer_id: UUID
    id: UUID
    charge_id: UUID | None
    seller_id: UUID | None
    order_id: UUID | None
    number: str
    method: PaymentMethod
    state: RefundState
    amount: Money
    reason: str
    needs_staff: bool
    bank_reference: str
    opened_at: datetime
    paid_at: datetime | None
    last_error: str
