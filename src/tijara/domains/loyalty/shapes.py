"""A market's points, what earns them, and what moves them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.balances import OrderMark
from tijara.kit.money import Money


class PointsKind(StrEnum):
    EARNED = "earned"
    """An order's, when its buyer is protected no longer."""
    RETURNED = "returned"
    """Goods went back: what they had earned goes."""
    SPENT = "spent"
    """They became wallet credit."""
    EXPIRED = "expired"
    GRANTED = "granted"
    """Given by staff."""
    WITHDRAWN = "withdrawn"
    """Taken by staff."""


class ForWhat(StrEnum):
    """What a rate is for; the narrowest counts."""

    PRODUCT = "product"
    DEPARTMENT = "department"
    SHOP = "shop"
    ALL = "all"


class EarningState(StrEnum):
    PENDING = "pending"
    EARNED = "earned"


class GrantReason(StrEnum):
    """Why staff give or take points."""

    MISSING = "missing"
    """An order earned less than it should."""
    SORRY = "sorry"
    CAMPAIGN = "campaign"
    MISUSE = "misuse"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """What a market says of its points. `lives_months` 0: they never expire."""

    is_on: bool
    worth_minor: int = 1
    lives_months: int = 12
    least_points: int = 100
    most_points: int = 100_000
    alone_points: int = 1000


@dataclass(frozen=True, slots=True)
class Programme:
    market_id: UUID
    currency: str
    is_on: bool
    worth_minor: int
    """What one point is worth, in minor units; it never changes once somebody has some."""
    lives_months: int
    least_points: int
    """At least so many become credit at one time."""
    most_points: int
    alone_points: int
    """So many one of the staff gives or takes alone."""

    def worth(self, points: int) -> Money:
        return Money(points * self.worth_minor, self.currency)


@dataclass(frozen=True, slots=True)
class RateDraft:
    """`points` for each `per_minor` of money."""

    points: int
    per_minor: int
    of: str = ForWhat.ALL
    target_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """`path` is of a department, to know what is below it."""

    id: UUID
    market_id: UUID
    of: ForWhat
    target_id: UUID | None
    points: int
    per_minor: int
    written_at: datetime
    ended_at: datetime | None = None
    path: str = ""

    def held_at(self, moment: datetime) -> bool:
        return self.written_at <= moment and (self.ended_at is None or moment < self.ended_at)


@dataclass(frozen=True, slots=True)
class TierDraft:
    """Who has spent so much in a year gets `multiplier_bp` of the points, 10,000 being once."""

    name_ar: str
    from_minor: int
    multiplier_bp: int = 10_000
    name_en: str = ""
    name_fr: str = ""
    group_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    id: UUID
    market_id: UUID
    name_ar: str
    name_en: str
    name_fr: str
    from_minor: int
    multiplier_bp: int
    group_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Goods:
    """A piece of a basket or a line of an order, as rates see it."""

    product_id: UUID
    category_path: str
    seller_id: UUID
    paid_minor: int


@dataclass(frozen=True, slots=True)
class EarnedLine:
    """What a line was paid and the rate that it earned by: frozen when it arrived."""

    line_id: UUID
    paid_minor: int
    points: int
    per_minor: int


@dataclass(frozen=True, slots=True)
class ShopPoints:
    """What goods of a shop earned in some time, and what the shop has paid of what it added."""

    orders: int
    points: int
    pending: int
    with_extra: int
    """Orders that earned more by what the shop added."""
    charged: Money


@dataclass(frozen=True, slots=True)
class AccountView:
    """A buyer's points. Below nothing, he owes them: what comes next pays that first."""

    buyer_id: UUID
    market_id: UUID
    balance: int
    pending: int
    tier_id: UUID | None
    spent_minor: int
    """In the last 365 days, as it was looked at last."""
    tier_since: datetime | None
    moved_at: datetime

    @property
    def free(self) -> int:
        return max(self.balance, 0)


@dataclass(frozen=True, slots=True)
class PendingPoints:
    """What an order will have earned when its protection is over."""

    order: OrderMark
    points: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class OrderPoints:
    """What an order earns or has earned; `due_at` while it is pending."""

    points: int
    is_pending: bool
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A buyer's tier and the way to the next one."""

    tier: Tier | None
    next: Tier | None
    spent: Money
    missing: Money
    """Until the next one."""
    percent: int
    """Of the way from this tier to the next."""


@dataclass(frozen=True, slots=True)
class TierChange:
    """A buyer came to another tier; `spent` is what he had bought and kept in the year before."""

    before: Tier | None
    after: Tier | None
    spent: Money
    moved_at: datetime

    @property
    def is_up(self) -> bool:
        return _height(self.after) > _height(self.before)


def _height(tier: Tier | None) -> int:
    return tier.from_minor if tier else -1


@dataclass(frozen=True, slots=True)
class PointsGrantDraft:
    """So many points that staff want to give, or below nothing to take."""

    points: int
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PointsFigures:
    """What a market owes in points, has provided for, and how many have some; and what of all that
    was ever earned was spent or has expired."""

    owed: Money
    provided: Money
    points: int
    pending: int
    accounts: int
    by_kind: dict[PointsKind, int] = field(default_factory=dict)
    by_tier: dict[UUID | None, int] = field(default_factory=dict)
