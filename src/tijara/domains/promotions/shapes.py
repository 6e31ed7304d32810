"""Promotions, baskets as they see them, and what they take off: docs/algorithms/promotions.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.offers.shapes import OfferCard
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money


class PromotionKind(StrEnum):
    PERCENT = "percent"
    AMOUNT = "amount"
    """A fixed sum off what it is for, together."""
    TIERS = "tiers"
    """A percentage that grows with the sum or the number."""
    GET_MORE = "get_more"
    """Buy so many, get so many more at a percentage off."""
    BUNDLE = "bundle"
    """These goods together for a price."""
    DELIVERY = "delivery"
    """Delivery is free."""


class Measure(StrEnum):
    """What steps count."""

    AMOUNT = "amount"
    QUANTITY = "quantity"


class PromotionState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class CodeFault(StrEnum):
    """Why a code takes nothing off."""

    UNKNOWN = "unknown"
    NOT_YET = "not_yet"
    OVER = "over"
    USED_UP = "used_up"
    USED_BY_YOU = "used_by_you"
    OTHER_GOODS = "other_goods"
    TOO_SMALL = "too_small"
    """`missing_minor` is what the basket lacks."""
    TOO_FEW = "too_few"
    """`missing` is how many pieces it lacks."""
    FIRST_ORDER = "first_order"
    OTHER_BUYERS = "other_buyers"
    """It is for a group in which this buyer is not."""
    OUTDONE = "outdone"
    """The goods are reduced already by what can't be combined with it."""

    @property
    def is_of_the_basket(self) -> bool:
        """With other goods in it the code may hold."""
        return self in {
            CodeFault.OTHER_GOODS,
            CodeFault.TOO_SMALL,
            CodeFault.TOO_FEW,
            CodeFault.OUTDONE,
        }


@dataclass(frozen=True, slots=True)
class Step:
    """From so much, or so many, on: so much off."""

    at: int
    bp: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Which goods it is for: those of any of these; of all where none is named. `sellers` narrows
    a promotion of the market."""

    products: tuple[UUID, ...] = ()
    departments: tuple[str, ...] = ()
    """Paths: what is below them, too."""
    brands: tuple[UUID, ...] = ()
    sellers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What a promotion gives, for what, and when. They change until it begins (ADR
    114); then a promotion with others is another one."""

    kind: PromotionKind
    bp: int = 0
    minor: int = 0
    """The sum off (AMOUNT) or the price of the bundle (BUNDLE)."""
    most_minor: int | None = None
    """The most that a percentage takes off a basket."""
    buy: int = 0
    get: int = 0
    steps: tuple[Step, ...] = ()
    measure: Measure = Measure.AMOUNT
    min_minor: int = 0
    min_quantity: int = 0
    is_first_order: bool = False
    scope: Scope = field(default_factory=Scope)
    market_bp: int = 0
    """The market's part of what it takes off; the rest is the sellers'."""
    group_id: UUID | None = None
    """Only for buyers of this group."""

    @property
    def is_plain(self) -> bool:
        """It lowers the price of one piece for everybody, so that shelves show it."""
        conditions = (
            self.min_minor
            or self.min_quantity
            or self.is_first_order
            or self.most_minor
            or self.group_id
        )
        return self.kind is PromotionKind.PERCENT and not conditions


@dataclass(frozen=True, slots=True)
class Limits:
    """How often, and for how much. None: without end."""

    most_uses: int | None = None
    most_each: int | None = None
    """For one person, known by the phone that he orders with."""
    budget_minor: int | None = None
    """What it may take off in all."""


@dataclass(frozen=True, slots=True)
class PromotionDraft:
    """What a seller or the market writes down. Without a code it holds by itself."""

    market_id: UUID
    name_ar: str
    terms: Terms
    starts_at: datetime
    name_en: str = ""
    name_fr: str = ""
    code: str = ""
    ends_at: datetime | None = None
    priority: int = 0
    is_combinable: bool = True
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion as it stands. `owner_id` is its seller's, or the operator's."""

    owner_id: UUID
    id: UUID
    market_id: UUID
    state: PromotionState
    name_ar: str
    name_en: str
    name_fr: str
    code: str
    starts_at: datetime
    ends_at: datetime | None
    priority: int
    is_combinable: bool
    terms: Terms
    limits: Limits
    uses: int
    """Held and spent, where it is limited."""
    spent_minor: int
    joined: frozenset[UUID] = frozenset()
    """Sellers who pay their part of a promotion of the market."""

    @property
    def is_markets(self) -> bool:
        return self.owner_id == OPERATOR_ID

    @property
    def is_limited(self) -> bool:
        """It is claimed before it is used."""
        limits = self.limits
        return bool(self.code) or any(
            one is not None for one in (limits.most_uses, limits.most_each, limits.budget_minor)
        )

    def has_begun(self, moment: datetime) -> bool:
        """Then its terms stay as they are."""
        return self.starts_at <= moment

    def is_over(self, moment: datetime) -> bool:
        """For good."""
        is_past = self.ends_at is not None and self.ends_at <= moment
        return is_past or self.state is PromotionState.ENDED

    def holds_at(self, moment: datetime) -> bool:
        is_on = self.state is PromotionState.ACTIVE and self.starts_at <= moment
        return is_on and (self.ends_at is None or moment < self.ends_at)


@dataclass(frozen=True, slots=True)
class Good:
    """A line of a basket. `unit_minor` is as it is asked, by the buyer's price list."""

    seller_id: UUID
    product_id: UUID
    category_path: str
    brand_id: UUID | None
    quantity: int
    unit_minor: int

    @property
    def total_minor(self) -> int:
        return self.unit_minor * self.quantity


@dataclass(frozen=True, slots=True)
class PromotedBasket:
    """What promotions are asked about. `deliveries` is what each seller asks for his."""

    market_id: UUID
    moment: datetime
    goods: tuple[Good, ...]
    deliveries: Mapping[UUID, int] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    is_first_order: bool = False
    groups: frozenset[UUID] = frozenset()
    """Those of the buyer's groups that promotions name."""
    without: frozenset[UUID] = frozenset()
    """Promotions that this buyer was refused a moment ago."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What one promotion takes off: of each line, in the basket's order, and of deliveries."""

    promotion: Promotion
    lines: tuple[int, ...]
    deliveries: Mapping[UUID, int] = field(default_factory=dict)

    @property
    def minor(self) -> int:
        return sum(self.lines) + sum(self.deliveries.values())

    def market_part(self, minor: int) -> int:
        """Of an amount of it, what the market pays: rounded down, the seller bears the rest."""
        return minor * self.promotion.terms.market_bp // 10_000


@dataclass(frozen=True, slots=True)
class RefusedCode:
    code: str
    fault: CodeFault
    missing: int = 0
    """Minor units or pieces."""


@dataclass(frozen=True, slots=True)
class Discounts:
    """What a basket is reduced by, in the order in which it was taken off."""

    cuts: tuple[Cut, ...] = ()
    refused: tuple[RefusedCode, ...] = ()

    @property
    def minor(self) -> int:
        return sum(cut.minor for cut in self.cuts)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(cut.promotion.code for cut in self.cuts if cut.promotion.code)


@dataclass(frozen=True, slots=True)
class ClaimWanted:
    """A use of a promotion to be held."""

    owner_id: UUID
    promotion_id: UUID
    minor: int


@dataclass(frozen=True, slots=True)
class UseToRecord:
    """What an order got by a promotion."""

    owner_id: UUID
    promotion_id: UUID
    minor: int
    market_minor: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a promotion has done: of orders that were not called off."""

    orders: int
    sales: Money
    cost: Money
    """What it took off."""
    market_cost: Money
    """What the market pays of that."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """An offer where it stands, with what promotions look at."""

    market_id: UUID
    card: OfferCard
    category_path: str
    brand_id: UUID | None


@dataclass(frozen=True, slots=True)
class ShelfPrice:
    """What a card or a page shows for one piece of an offer. `was` may stand struck through."""

    price: Money
    was: Money | None
    promotion: Promotion | None = None
    """The one that holds for it by itself, also where it lowers no single price."""
