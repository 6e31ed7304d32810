"""A buyer's credit in a market, and what moves it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.balances import OrderMark
from tijara.kit.money import Money


class CreditKind(StrEnum):
    REFUND = "refund"
    """Money of an order that goes back."""
    SPENT = "spent"
    """An order was paid with it."""
    GOODWILL = "goodwill"
    """The market makes up for something, or woos."""
    SHOP_GOODWILL = "shop_goodwill"
    GIFT_CARD = "gift_card"
    """A gift card was redeemed."""
    POINTS = "points"
    """Points became credit."""
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


class GiftState(StrEnum):
    UNPAID = "unpaid"
    DROPPED = "dropped"
    """It was not paid in time."""
    LIVE = "live"
    REDEEMED = "redeemed"
    CANCELLED = "cancelled"


class GiftDesign(StrEnum):
    NIGHT = "night"
    EID = "eid"
    ROSE = "rose"


class HoldState(StrEnum):
    HELD = "held"
    SPENT = "spent"
    RELEASED = "released"


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
class WalletFigures:
    """What a market owes its buyers, and how many of them have something in their wallets."""

    currency: str
    owed: Money
    held: Money
    wallets: int


@dataclass(frozen=True, slots=True)
class GiftDraft:
    """A gift card to be. `send_on`: in the morning of that day, where the market is; None, now."""

    amount: Money
    design: str
    to_email: str
    language: str
    to_name: str = ""
    from_name: str = ""
    words: str = ""
    send_on: date | None = None


@dataclass(frozen=True, slots=True)
class GiftLetter:
    """What the letter of a gift card says, without its code."""

    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GiftView:
    """`last` is what may be shown of its code."""

    market_id: UUID
    id: UUID
    last: str
    amount: Money
    state: GiftState
    design: GiftDesign
    to_name: str
    to_email: str
    from_name: str
    words: str
    buyer_id: UUID | None
    person_id: UUID | None
    reason: str
    opened_at: datetime
    send_at: datetime
    sent_at: datetime | None
    ended_at: datetime | None

    @property
    def may_be_called_off(self) -> bool:
        """By its buyer: as long as nobody has its code."""
        return self.state is GiftState.LIVE and self.sent_at is None


@dataclass(frozen=True, slots=True)
class GiftFigures:
    """What is owed to who redeems a market's gift cards, and how many are still out."""

    owed: Money
    cards: int
