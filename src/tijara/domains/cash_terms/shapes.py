"""On what terms a market takes cash at the door."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


@dataclass(frozen=True, slots=True)
class CashTerms:
    """A market's word on cash. Amounts in minor units, shares in basis points; the defaults hold
    where a market has said nothing."""

    most_open_orders: int | None = None
    """Cash orders of one buyer that are on their way at once."""
    newcomer_limit_minor: int | None = None
    """The most that a buyer pays in cash who has never taken a delivery."""
    asks_delivery_code: bool = False
    most_attempts: int = 3
    """Deliveries that are tried before a parcel goes back."""
    return_charge_minor: int = 0
    """What a carrier takes for a parcel that was refused."""
    return_seller_bp: int = 0
    """The seller's part of it."""
    pays_before_cash: bool = False
    """Sellers are paid before the carrier has paid."""
    forfeit_bp: int = 0
    """What of a deposit is lost to the seller by who does not take his parcel."""


@dataclass(frozen=True, slots=True)
class FeeBand:
    """The fee of a cash order in a place, by a way of delivery, up to an amount. Empty or None:
    whatever it is."""

    place: str
    service: str
    up_to_minor: int | None
    fee_minor: int
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DepositRule:
    """Who orders for cash in this place, for so much, having refused so often, or for the first
    time, puts this part of it down before. Empty, nothing and False: whatever it is."""

    place: str
    from_minor: int
    refusals: int
    is_for_newcomers: bool
    share_bp: int
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CashBasket:
    """What a fee and a limit depend on."""

    city: str
    region: str
    services: tuple[str, ...]
    amount: Money
    open_orders: int = 0
    is_newcomer: bool = False
    refusals: int = 0
    """Cash orders of this buyer that he did not take."""


class BlockReason(StrEnum):
    REFUSED_OFTEN = "refused_often"
    NEVER_REACHED = "never_reached"
    FALSE_ORDERS = "false_orders"
    OTHER = "other"


class AppealState(StrEnum):
    NONE = ""
    ASKED = "asked"
    KEPT = "kept"
    """Staff have looked, and the number stays blocked."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A blocked phone, of which nobody can read the number; `tail` are its last two digits."""

    id: UUID
    market_id: UUID
    tail: str
    reason: BlockReason
    note: str
    blocked_at: datetime
    until: datetime | None
    lifted_at: datetime | None
    appeal: AppealState
    appeal_text: str
    appealed_at: datetime | None
