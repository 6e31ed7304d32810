"""Charges, what was brought for them, and refunds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money

from .words import ChargeState, PaymentMethod, Purpose, ReceiptState, RefundState


@dataclass(frozen=True, slots=True)
class PaymentOption:
    """`fee` is once for a checkout; `refused_because` is a code when it can't be used now;
    `deposit_minor` is put down before, another way."""

    method: PaymentMethod
    fee: Money
    refused_because: str = ""
    deposit_minor: int = 0


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
    purpose: Purpose = Purpose.ORDERS


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
    purpose: Purpose
    receipts: tuple[ReceiptView, ...] = ()
    is_switched: bool = False
    """Its buyer has chosen another way than at first: money may come either way."""

    @property
    def may_be_transfer(self) -> bool:
        return self.method is PaymentMethod.BANK_TRANSFER or self.is_switched

    @property
    def is_waiting_for_staff(self) -> bool:
        """The buyer has done his part: somebody must compare his receipt with the bank."""
        return bool(self.receipts) and self.receipts[0].state is ReceiptState.WAITING


class PayStanding(StrEnum):
    """What stands with the money of a checkout that its orders wait for: the one truth that every
    page tells."""

    PAY = "pay"
    """Its buyer has to pay, or to bring another receipt."""
    ASKING = "asking"
    """He came back from the gateway, and the gateway has not said yet what became of it."""
    CHECKING = "checking"
    """He has brought a receipt, and staff compare it with the bank."""
    ARRIVING = "arriving"
    """It is paid, and its orders hear of it this very moment."""


@dataclass(frozen=True, slots=True)
class WaitingCharge:
    """A charge whose money has not come, and what stands with it."""

    charge: ChargeView
    standing: PayStanding


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
    reference_id: UUID | None = None
    """What it is for, where an order has several (parcels that came back); once for each."""


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


@dataclass(frozen=True, slots=True)
class CollectedPayment:
    """What a gateway has collected by one payment, and given back of it. `parts` are the orders
    that it pays; of one that came twice there are none. `refunds`: what went back of which order
    (seller, order, minor units)."""

    buyer_id: UUID
    attempt_id: UUID
    charge_id: UUID
    payment_id: str
    amount: Money
    paid_at: datetime
    parts: tuple[ChargePart, ...]
    refunds: tuple[tuple[UUID, UUID, int], ...] = ()
