"""A buyer's credit in a market, and what moves it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class CreditKind(StrEnum):
    REFUND = "refund"
    """Money of an order that goes back."""
    SPENT = "spent"
    """An order was paid with it."""
    GOODWILL = "goodwill"
    """The market makes up for something, or woos."""
    SHOP_GOODWILL = "shop_goodwill"
    EXPIRED = "expired"
    """The last day of promotional credit is over."""


class GrantReason(StrEnum):
    """Why staff give credit."""

    LATE = "late"
    FAULT = "fault"
    MISTAKE = "mistake"
    """Ours."""
    PROMOTION = "promotion"
    """The only one that may have a last day."""
    OTHER = "other"


class GrantState(StrEnum):
    PROPOSED = "proposed"
    GIVEN = "given"
    DECLINED = "declined"


class HoldState(StrEnum):
    HELD = "held"
    SPENT = "spent"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class OrderMark:
    """Which order a move is about."""

    seller_id: UUID
    order_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class CreditToPut:
    """`reference` is what it is for: it comes in once. `expires_at`: of promotional credit."""

    kind: CreditKind
    amount: Money
    reference: str
    order: OrderMark | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CreditPart:
    """What of a held credit pays one order."""

    order: OrderMark
    amount_minor: int


@dataclass(frozen=True, slots=True)
class GrantDraft:
    """What staff want to give a buyer. `days`: after so many it expires."""

    amount: Money
    reason: str
    note: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class WalletView:
    """`free` is what may be spent: the rest is held for checkouts that are under way."""

    buyer_id: UUID
    market_id: UUID
    balance: Money
    held: Money

    @property
    def free(self) -> Money:
        return self.balance - self.held


@dataclass(frozen=True, slots=True)
class MoveView:
    """`balance` is after it."""

    id: UUID
    kind: CreditKind
    amount: Money
    balance: Money
    order: OrderMark | None
    expires_at: datetime | None
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class ExpiringCredit:
    """So much is gone after that moment, if it is not spent."""

    amount: Money
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class GrantView:
    buyer_id: UUID
    id: UUID
    market_id: UUID
    amount: Money
    reason: GrantReason
    note: str
    days: int | None
    state: GrantState
    proposed_by: UUID | None
    proposed_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class WalletFigures:
    """What a market owes its buyers, and how many of them have something in their wallets."""

    currency: str
    owed: Money
    held: Money
    wallets: int
