"""What a shelf of products shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
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
    either end), "condition", "in_stock" and "reduced" ("1"), and "attr.<code>" of an attribute.
    Of one facet any value will do; every facet must be met.
    """

    market_id: UUID
    text: str = ""
    category_path: str = ""
    seller_id: UUID | None = None
    sort: str = ""
    page: int = 1
    size: int = 24
    picked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet, and how many products have it beside what else is picked."""

    facet: str
    value: str
    count: int
    name_ar: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    page: Page[ProductCard]
    facets: Mapping[str, tuple[FacetCount, ...]]
    """The most frequent values first; of prices the lowest."""
    instead: str = ""
    """Nothing held the words as typed: this is what they were taken to mean."""


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
    sold_percent: int
    """How much its sales lift it."""
    in_stock: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """How a market reads the words of a search."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    """Each word as it was typed, and what it is looked for as."""
    instead: str
    reasons: tuple[Reason, ...]
    is_weighed: bool
    """False where so many products hold the words that the best sold come first."""


@dataclass(frozen=True, slots=True)
class EngineDocument:
    """What an engine holds of a product in a market: what it is searched by, and what its answer is
    weighed by."""

    product_id: UUID
    market_id: UUID
    version: int
    """Grows with each change; an older one is refused."""
    text: str
    """Fields of terms between bars."""
    names: tuple[str, str, str]
    category_path: str
    sellers: tuple[UUID, ...]
    in_stock: bool
    popularity: int


@dataclass(frozen=True, slots=True)
class Dropped:
    product_id: UUID
    market_id: UUID
    version: int


class Laid(StrEnum):
    """What became of a document that was given to an engine."""

    DONE = "done"
    OLDER = "older"
    """It holds a newer one already."""
    LATER = "later"
    """It has too much to do: to be asked again."""
    REFUSED = "refused"
    """It can't be taken as it is."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Documents of a market, of these departments (none: all), of this seller, that hold for each
    group one of its words."""

    market_id: UUID
    words: tuple[tuple[str, ...], ...] = ()
    category_paths: tuple[str, ...] = ()
    seller_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    product_id: UUID
    text: str
    names: tuple[str, str, str]
    in_stock: bool
    popularity: int


@dataclass(frozen=True, slots=True)
class Generations:
    """Of an index: those that there are, and the one that answers (0: none)."""

    known: tuple[int, ...]
    serving: int


@dataclass(frozen=True, slots=True)
class EngineHealth:
    is_well: bool
    says: str
    """In the engine's own words."""
    documents: int | None = None


@dataclass(frozen=True, slots=True)
class EngineSilent:
    """No answer that could be used; why, for the log."""

    why: str
