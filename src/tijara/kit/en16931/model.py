"""The semantic invoice of EN 16931: what an invoice says, before any syntax. BT-… are its terms."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money, round_half_up, total


class Category(StrEnum):
    """How VAT looks at a supply (UNTDID 5305)."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    EXPORT = "G"
    REVERSE_CHARGE = "AE"
    OUTSIDE = "O"


class PaperKind(StrEnum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"


@dataclass(frozen=True, slots=True)
class Place:
    """A postal address. `building`, `extra` and `district` are what Saudi Arabia asks beside."""

    country: str
    street: str = ""
    building: str = ""
    extra: str = ""
    district: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Trader:
    """Seller (BG-4) or buyer (BG-7). `scheme` says whose number `registration` is ("CRN")."""

    name: str
    place: Place
    vat_number: str = ""
    registration: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is off a line's price before tax (BG-27). `base` is that price."""

    amount: Money
    base: Money
    reason: str
    reason_code: str

    @property
    def percent_bp(self) -> int | None:
        """In basis points (BT-138); None where no whole number of them makes the amount."""
        if self.base.minor <= 0:
            return None
        bp = round_half_up(self.amount.minor * 10_000, self.base.minor)
        return bp if round_half_up(self.base.minor * bp, 10_000) == self.amount.minor else None


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """An invoice line (BG-25). `net` is BT-131; the price is that of the whole quantity."""

    name: str
    quantity: int
    net: Money
    category: Category
    rate_bp: int
    tax: Money
    allowance: Allowance | None = None
    code: str = ""
    """Its seller's own, the same for the same goods for ever (BT-155); empty of older papers."""
    gtin: str = ""
    """The number of its barcode (BT-157)."""
    nature: str = ""
    """The authority's code of the kind of goods whose tax their buyer owes."""

    @property
    def gross(self) -> Money:
        return self.net + self.tax

    @property
    def price(self) -> Money:
        """Of the whole quantity, before what is off it."""
        return self.net + self.allowance.amount if self.allowance else self.net


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An allowance (BG-20) or a charge (BG-21) of the whole document, before tax."""

    is_charge: bool
    amount: Money
    reason: str
    reason_code: str
    category: Category
    rate_bp: int


@dataclass(frozen=True, slots=True)
class TaxShare:
    """One row of the VAT breakdown (BG-23)."""

    category: Category
    rate_bp: int
    taxable: Money
    tax: Money
    reason: str = ""
    reason_code: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """BG-22, in the order of its terms: BT-106 … BT-115."""

    lines: Money
    allowances: Money
    charges: Money
    net: Money
    tax: Money
    gross: Money
    paid: Money
    rounding: Money
    payable: Money


@dataclass(frozen=True, slots=True)
class Preceding:
    """The invoice that a note is about (BG-3)."""

    number: str
    issued_on: date | None = None
    mark: str = ""
    """What the authority knows it by."""


@dataclass(frozen=True, slots=True)
class SemanticInvoice:
    """`issued_at` is the moment on the clock of the seller's country. A simplified one names no
    buyer who must be known. `reason` is why a note is given."""

    kind: PaperKind
    is_simplified: bool
    number: str
    uuid: UUID
    issued_at: datetime
    supplied_on: date
    seller: Trader
    buyer: Trader
    lines: tuple[SupplyLine, ...]
    adjustments: tuple[Adjustment, ...]
    shares: tuple[TaxShare, ...]
    totals: Totals
    payment_code: str
    """How it is paid (UNTDID 4461): "10" cash, "30" transfer, "48" card."""
    preceding: Preceding | None = None
    reason: str = ""
    delivered_to: Place | None = field(default=None, repr=False)
    """Where it was carried (BG-15), if that is told: out of the country."""

    @property
    def currency(self) -> str:
        return self.totals.gross.currency

    @property
    def is_export(self) -> bool:
        return any(share.category is Category.EXPORT for share in self.shares)

    def with_exports_zero_rated(self) -> "SemanticInvoice":
        """For authorities that have no letter for exports, and know them by a mark of the whole."""
        return replace(
            self,
            lines=tuple(map(_zero_rated, self.lines)),
            adjustments=tuple(map(_zero_rated, self.adjustments)),
            shares=tuple(map(_zero_rated, self.shares)),
        )


def _zero_rated[Part: (SupplyLine, Adjustment, TaxShare)](part: Part) -> Part:
    return replace(part, category=Category.ZERO) if part.category is Category.EXPORT else part


def totals_of(
    lines: tuple[SupplyLine, ...],
    adjustments: tuple[Adjustment, ...],
    shares: tuple[TaxShare, ...],
    paid: Money,
) -> Totals:
    """What follows from lines, adjustments and breakdown; nothing is rounded."""
    currency = paid.currency
    net_of_lines = total([line.net for line in lines], currency)
    allowances = total([one.amount for one in adjustments if not one.is_charge], currency)
    charges = total([one.amount for one in adjustments if one.is_charge], currency)
    net = net_of_lines - allowances + charges
    tax = total([share.tax for share in shares], currency)
    return Totals(
        lines=net_of_lines,
        allowances=allowances,
        charges=charges,
        net=net,
        tax=tax,
        gross=net + tax,
        paid=paid,
        rounding=Money(0, currency),
        payable=net + tax - paid,
    )
