"""What a shelf of products shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypedDict
from uuid import UUID

from tijara.kit.money import Money
from tijara.kit.page import Page


@dataclass(frozen=True, slots=True)
class ProductCard:
    product_id: UUID
    slug: str
    name_ar: str
    name_en: str
    brand_ar: str
    brand_en: str
    picture: str
    seller_id: UUID
    offer_id: UUID
    price: Money
    was: Money | None
    in_stock: bool
    offers: int
    name_fr: str = ""
    is_resting: bool = False
    """The store of this offer is on holiday: it can't be bought now."""
    shop: str = ""
    """The part of addresses of the shop whose own offer this is, where another one's is better: the
    product's page that it leads to begins with it."""


class Own(NamedTuple):
    """What a seller himself offers of a product of which another one's offer is better."""

    seller_id: UUID
    product_id: UUID
    market_id: UUID
    offer_id: UUID
    price_minor: int
    was_minor: int | None
    in_stock: bool


FEWEST_PEOPLE = 5
"""As many different visitors must have asked for some words within a month before anybody sees
them: they may be somebody's name."""


class ReadyDocument(NamedTuple):
    """A document as it stands in the index, but for when and by which cutting it was laid."""

    product_id: UUID
    market_id: UUID
    slug: str
    name_ar: str
    name_en: str
    name_fr: str
    brand_ar: str
    brand_en: str
    brand: str
    facets: list[str]
    picture: str
    category_path: str
    seller_id: UUID
    offer_id: UUID
    price_minor: int
    was_minor: int | None
    currency: str
    in_stock: bool
    offers: int
    sellers: list[UUID]
    popularity: int
    """As `queries.popularity_today` tells it."""
    text: str


class Narrowing(TypedDict, total=False):
    """What a shelf may leave out: what can't be bought now; what never cost more; all other brands
    (by the part of addresses)."""

    in_stock: bool
    reduced: bool
    brand: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visitor asks of a place full of products: everything, a category, or a store.

    `picked` are values by facet: "brand", "store", "price" ("5000-20000", in minor units, open at
    either end), "condition", "rating" ("4": so many stars or more), "in_stock" and "reduced" ("1"),
    "delivery" (days from today and where to: "1", "3@sa-riyadh"), and "attr.<code>" of an
    attribute.
    Of one facet any value will do; every facet must be met. `area` is the region or city for which
    it is counted what arrives when; "" is anywhere.
    """

    market_id: UUID
    text: str = ""
    category_path: str = ""
    seller_id: UUID | None = None
    sort: str = ""
    page: int = 1
    size: int = 24
    picked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    area: str = ""


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet, and how many products have it beside what else is picked."""

    facet: str
    value: str
    count: int
    name_ar: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class PriceStep:
    """Prices from `low` up to `high`, in minor units; None: and more."""

    low: int
    high: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    page: Page[ProductCard]
    facets: Mapping[str, tuple[FacetCount, ...]]
    """The most frequent values first; of prices the lowest."""
    prices: tuple[PriceStep, ...] = ()
    """How many goods cost so much, from the lowest to the highest, with no gap between."""
    instead: str = ""
    """Nothing held the words as typed: this is what they were taken to mean."""
    meant: str = ""
    """The terms that they were taken to mean, in whatever way they were typed."""
    is_more: bool = False
    """There are more than the page's total, nobody knows how many."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the search box offers while one types: a product, or a brand ("brand", its value)."""

    kind: str
    slug: str
    name_ar: str
    name_en: str
    picture: str = ""
    name_fr: str = ""
    price: Money | None = None
    """None for a brand, and for what is sold out."""


@dataclass(frozen=True, slots=True)
class Suggested:
    items: tuple[Suggestion, ...]
    nearest: str = ""
    """Nothing is written as what was typed: the goods are those of these words, a guess."""
    meant: str = ""
    """The terms that the words were taken to mean, in whatever way they were typed."""


@dataclass(frozen=True, slots=True)
class MissedView:
    """What was searched for and not found as it was typed."""

    text: str
    said: str
    times: int
    shown: str
    """What was shown instead; empty where nothing was."""
    last_at: datetime


@dataclass(frozen=True, slots=True)
class SynonymView:
    typed: str
    said: str
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a product stands where it stands."""

    card: ProductCard
    words: tuple[str, ...]
    """Which of its words count."""
    text: float
    begins: bool
    """Its name begins with what was typed."""
    merits: Mapping[str, int]
    """By how many per cent it is lifted, or lowered, for its sales ("sold"), for being "new", for
    its "price", "rating" and its seller's "service"; what is nothing is left out."""
    in_stock: bool
    is_pinned: bool = False
    """Staff have put it first."""
    lifted_percent: int = 0
    """How much staff let it count for more, or for less."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How a market reads the words of a search."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    """Each word as it was typed, and what it is looked for as."""
    instead: str
    reasons: tuple[Reason, ...]
    is_weighed: bool
    """False where so many products hold the words that the best sold come first."""
    leads_to: str = ""
    """The page that staff let these words lead to."""
    reworded: tuple[str, ...] = ()
    """What is looked for beside it, as staff have written down."""


class HeardKind(StrEnum):
    ASKED = "asked"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody searched for some words, or opened a product after them. `mark` is a digest of who:
    the same for a visitor of a month, and nobody's name."""

    kind: HeardKind
    market_id: UUID
    language: str
    text: str
    mark: int
    slug: str = ""
    """Of the product that was opened."""


@dataclass(frozen=True, slots=True)
class WordingView:
    """What people ask for, once several have."""

    text: str
    said: str
    language: str
    monthly: int
    """About how often in a month."""
    found: int | None
    """How many goods it finds; None: nobody has looked yet."""
    is_blocked: bool = False
    departments: tuple[str, ...] = ()
    is_yours: bool = False
    """A good of the seller who looks is among the first that it finds."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """People searched for words, and opened a product that the words did not find first."""

    text: str
    said: str
    card: ProductCard
    people: int
    times: int


@dataclass(frozen=True, slots=True)
class AliasView:
    text: str
    said: str
    card: ProductCard
    is_accepted: bool


class SteerKind(StrEnum):
    PIN = "pin"
    """A product stands first."""
    LIFT = "lift"
    """Something counts for more, or for less."""
    LEAD = "lead"
    """Words lead to a page."""


class SteerAim(StrEnum):
    PRODUCT = "product"
    BRAND = "brand"
    STORE = "store"
    DEPARTMENT = "category"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class SteerTerms:
    """`target` is a part of addresses: of a product, a brand, a shop or a department; or a page's
    address. `percent` is of a lift, below nothing it counts for less. Days are the market's."""

    kind: SteerKind
    said: str
    aim: SteerAim
    target: str
    percent: int = 0
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class SteerView:
    id: UUID
    terms: SteerTerms
    card: ProductCard | None = None
    """Of what aims at a product that stands on a shelf."""


class Rhythm(StrEnum):
    """How often at most a buyer is told of a search that he keeps."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class SavedView:
    id: UUID
    market_id: UUID
    name: str
    path: str
    rhythm: Rhythm
    kept_at: datetime
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class SearchToKeep:
    """`path` leads to it, without market and language."""

    name: str
    path: str
    wish: Wish
    language: str
    rhythm: Rhythm
