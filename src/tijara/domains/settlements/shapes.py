"""What sellers are owed, why, and how it was paid."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tijara.kit.money import Money
from tijara.kit.page import Page


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One event of the trade on a seller's account. `amount` is what it added to what we owe him;
    `balance` is what we owed him after it. A payout brings its bank reference; a sale the
    commission that was taken of it, and the VAT on that."""

    kind: str
    order_id: UUID | None
    number: str
    bank_reference: str
    occurred_at: datetime
    amount: Money
    balance: Money
    commission: Money
    commission_vat: Money

    @property
    def gross(self) -> Money:
        """Before commission: what the buyer paid for goods and delivery."""
        return self.amount + self.commission + self.commission_vat

    @property
    def returned(self) -> Money:
        """Of the commission, where the order was taken back."""
        return -(self.commission + self.commission_vat)


@dataclass(frozen=True, slots=True)
class Statement:
    """A seller's account over a time: how it opened and closed, its lines the newest first."""

    opening: Money
    closing: Money
    lines: Page[StatementLine]


@dataclass(frozen=True, slots=True)
class BankAccountView:
    """`masked` shows enough of the IBAN to know it again: "SA•• •••• 7519"."""

    seller_id: UUID
    holder: str
    masked: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PayoutView:
    seller_id: UUID
    id: UUID
    amount: Money
    bank_reference: str
    paid_on: date
    holder: str
    masked: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Payable:
    """What one seller is owed now; below nothing, he owes us (a refund after his payout)."""

    seller_id: UUID
    amount: Money
    held: Money
    """Earned, and kept until its deals settle."""
    has_bank_account: bool
    waiting: Money
    """Earned by parcels whose cash has not come; not in `amount`."""
