"""What an offer costs this buyer now, and what it has cost before."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class Audience(StrEnum):
    """Whom a price list is for."""

    EVERYONE = "everyone"
    """Everybody in the market: quantity steps that all may see."""
    COMPANIES = "companies"
    """Every company whose VAT number was found to be one."""
    CHOSEN = "chosen"
    """The customers and companies that the seller has named."""
    GROUP = "group"
    """A group of the market's buyers that is open to shops."""


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who asks for a price. `vat_number` is of the company that he buys for, empty where none;
    `groups` those of his groups that price lists name."""

    buyer_id: UUID | None = None
    vat_number: str = ""
    groups: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class PriceAsked:
    """So many units of an offer. `listed` is what the offer itself asks for one."""

    seller_id: UUID
    offer_id: UUID
    quantity: int
    listed: Money


@dataclass(frozen=True, slots=True)
class PriceFound:
    """What one costs, and the list that says so."""

    unit: Money
    list_id: UUID
    name_ar: str
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class ListTerms:
    """A price list as its seller writes it. `off_bp` is taken off every price that has no row of
    its own; dates are days on the market's wall, both inclusive."""

    name_ar: str
    name_en: str = ""
    name_fr: str = ""
    audience: Audience = Audience.EVERYONE
    off_bp: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    group_id: UUID | None = None
    """Whom it is for, of GROUP."""


@dataclass(frozen=True, slots=True)
class PriceRow:
    """From so many units on, one costs so much."""

    offer_id: UUID
    from_quantity: int
    price_minor: int


@dataclass(frozen=True, slots=True)
class Member:
    """A customer or a company that a list is for. `label` is how the seller knows him."""

    id: UUID
    label: str
    buyer_id: UUID | None = None
    vat_number: str = ""


@dataclass(frozen=True, slots=True)
class PriceListView:
    """A price list in its seller's hub."""

    seller_id: UUID
    id: UUID
    terms: ListTerms
    is_active: bool
    rows: int
    members: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A quantity step that everybody may see: from so many on, one costs so much."""

    from_quantity: int
    unit: Money


@dataclass(frozen=True, slots=True)
class ShownPrice:
    """What an offer asked since a moment."""

    since: datetime
    price_minor: int
