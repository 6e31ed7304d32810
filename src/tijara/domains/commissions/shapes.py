"""The terms on which a market takes its commission, and what it takes of a line."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from tijara.domains.catalogue.shapes import BrandRow, CategoryNode, ProductName
from tijara.domains.stores.shapes import StoreCard


class LimitsFor(StrEnum):
    """Of what floor and cap are meant."""

    LINE = "line"
    ORDER = "order"


class Miss(StrEnum):
    """Why a rule does not fit a sale: the first thing of it that is not so."""

    NOT_YET = "not_yet"
    OVER = "over"
    SELLER = "seller"
    DEPARTMENT = "department"
    BRAND = "brand"
    PRODUCT = "product"
    PRICE = "price"


@dataclass(frozen=True, slots=True)
class CommissionTerms:
    """What a rule says: where it fits (None and empty: anywhere), and what it takes. Amounts in
    minor units of the market's currency; `ends_on` is the last day."""

    label: str
    rate_bp: int
    fixed_minor: int = 0
    floor_minor: int = 0
    cap_minor: int | None = None
    limits_for: LimitsFor = LimitsFor.LINE
    seller_id: UUID | None = None
    category_id: UUID | None = None
    brand_id: UUID | None = None
    product_id: UUID | None = None
    price_from_minor: int | None = None
    price_below_minor: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class CommissionRule:
    """A rule in its market's list. `category_path` is where its department stands now. An ended one
    is kept to explain what it has decided."""

    id: UUID
    market_id: UUID
    place: int
    terms: CommissionTerms
    category_path: str = ""
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule with what it speaks of, as that is called now; what was removed meanwhile is None."""

    rule: CommissionRule
    store: StoreCard | None
    department: CategoryNode | None
    brand: BrandRow | None
    product: ProductName | None


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line of a sale as commission sees it. `base_minor` is what its seller gets for the goods;
    `unit_minor` is the price that rules compare."""

    seller_id: UUID
    product_id: UUID
    category_path: str
    brand_id: UUID | None
    unit_minor: int
    quantity: int
    base_minor: int


@dataclass(frozen=True, slots=True)
class Commission:
    """What is taken of a line, and the rule that decided. None: the seller's or the market's own
    rate did."""

    minor: int
    vat_minor: int
    rate_bp: int
    rule_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What would be taken of a sale; the rules above the one that decided, each with why not."""

    commission: Commission
    missed: tuple[tuple[CommissionRule, Miss], ...]
    rule: CommissionRule | None
