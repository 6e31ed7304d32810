"""Tax of goods, of documents, and of what stands beside the goods."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TaxCategory(StrEnum):
    """EN 16931's letters for how something is taxed."""

    STANDARD = "S"
    """At the country's rate, or a reduced one."""
    ZERO = "Z"
    EXEMPT = "E"
    EXPORT = "G"
    REVERSE = "AE"
    """The buyer, a company, owes the tax himself."""
    OUTSIDE = "O"
    """No tax of the kind: a seller without a number, a country without a VAT."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How something is taxed. `tax_class` is the word of the goods that has it so ("medicine");
    empty where none has."""

    category: TaxCategory
    rate_bp: int = 0
    tax_class: str = ""


@dataclass(frozen=True, slots=True)
class TaxTerms:
    """What a sale's tax depends on beside the goods. `on` is the tax point, a local day."""

    country: str
    on: date
    is_registered: bool = True
    """The seller has a VAT number."""
    destination: str = ""
    """The country that it is delivered to; empty: this one."""
    is_company: bool = False
    """The buyer is a company with a VAT number that was found to be one."""
    resells: bool = False
    """It has declared that it buys to sell on."""


@dataclass(frozen=True, slots=True)
class Priced:
    """An amount as it is asked, and how it is taxed."""

    amount_minor: int
    treatment: Treatment


@dataclass(frozen=True, slots=True)
class TaxedPart:
    """An amount parted: net and tax make the gross, to the last unit."""

    treatment: Treatment
    net_minor: int
    tax_minor: int

    @property
    def gross_minor(self) -> int:
        return self.net_minor + self.tax_minor


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """A document's amounts of one category and rate: what EN 16931 calls a VAT breakdown."""

    category: TaxCategory
    rate_bp: int
    net_minor: int
    tax_minor: int
    tax_classes: tuple[str, ...] = ()
    """The words of goods that are in it."""


@dataclass(frozen=True, slots=True)
class TaxedDocument:
    """An order to be, taxed as a whole."""

    goods: tuple[TaxedPart, ...]
    delivery: TaxedPart
    fee: TaxedPart

    @property
    def parts(self) -> tuple[TaxedPart, ...]:
        return (*self.goods, self.delivery, self.fee)

    @property
    def tax_minor(self) -> int:
        return sum(part.tax_minor for part in self.parts)

    @property
    def gross_minor(self) -> int:
        return sum(part.gross_minor for part in self.parts)
