"""Invoices, receipts and credit notes, as they were written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.parties.shapes import RegisteredAddress
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.money import Money, total


class InvoiceKind(StrEnum):
    TAX_INVOICE = "tax_invoice"
    """A simplified tax invoice, to a person, by a seller with a VAT number."""
    FULL_INVOICE = "full_invoice"
    """A tax invoice to a company, which names its VAT number and its address."""
    RECEIPT = "receipt"
    """By a seller without one: he may not show a tax."""
    CREDIT_NOTE = "credit_note"
    """Takes a tax invoice or a receipt back."""
    DEBIT_NOTE = "debit_note"
    """Says that more is owed than an invoice does."""
    COMMISSION = "commission"
    """By the market's operator to a seller, for a month."""
    COMMISSION_CREDIT = "commission_credit"
    """The same, of a month in which more commission went back than was earned."""


class LineSubject(StrEnum):
    ITEM = "item"
    DELIVERY = "delivery"
    FEE = "fee"


DIRECT, BY_LINK = "direct", "link"
"""How a debit note is paid: to its seller, without the market; on the page that was sent."""
AT_THE_DOOR = "cash_on_delivery"
PREPAID = frozenset({"card", "bank_transfer", "wallet", "withheld"})
"""Ways to pay by which the money is there before the paper is written."""


class FilingState(StrEnum):
    """What has become of an electronic document."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WARNED = "warned"
    """Accepted, and the authority had something to say."""
    REJECTED = "rejected"
    CORRECTED = "corrected"
    """It was rejected, and another was written in its place."""
    KEPT = "kept"
    """The authority takes none from us: it is exchanged by others."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who sells, as he stood before the law when the invoice was written."""

    legal_name: str
    vat_number: str
    registration_number: str
    address: str
    store_ar: str
    store_en: str


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """`gross` includes tax; `net` and `tax` add up to it. `unit` is as it was asked: with tax or,
    where prices come without, before it. `category` is EN 16931's letter; older ones tell none."""

    subject: LineSubject
    name_ar: str
    name_en: str
    quantity: int
    unit: Money
    net: Money
    tax_bp: int
    tax: Money
    gross: Money
    category: str = ""
    discount: Money | None = None
    """What is off `unit` times `quantity`; older ones tell none."""
    code: str = ""
    """The seller's own of what was sold, the same for the same goods for ever."""
    gtin: str = ""
    """The number of its barcode, where it has one."""
    nature: str = ""
    """The authority's code of the kind of goods whose tax their buyer owes."""

    @property
    def rate(self) -> str:
        return f"{self.tax_bp / 100:g}%"


@dataclass(frozen=True, slots=True)
class GoodsMark:
    """What authorities know the goods of a line by."""

    code: str = ""
    gtin: str = ""
    nature: str = ""


UNMARKED = GoodsMark()
CODE_OF_DELIVERY, CODE_OF_FEE, CODE_OF_COMMISSION = "DELIVERY", "FEE", "COMMISSION"


@dataclass(frozen=True, slots=True)
class InvoiceTax:
    """What an invoice has of one category and rate, and why it is taxed so where it is not at the
    country's rate. `reason_code` is the authority's, where it has one."""

    category: str
    rate_bp: int
    net: Money
    tax: Money
    reason_ar: str = ""
    reason_en: str = ""
    reason_fr: str = ""
    reason_code: str = ""

    @property
    def rate(self) -> str:
        return f"{self.rate_bp / 100:g}%"


@dataclass(frozen=True, slots=True)
class Company:
    """The company that an invoice is written to."""

    name: str
    vat_number: str
    address: str
    registration_number: str = ""
    place: RegisteredAddress = RegisteredAddress()
    """The address in its parts; older papers have only the line."""


@dataclass(frozen=True, slots=True)
class InvoiceContent:
    """All that an invoice says beside its number. Frozen when it is written."""

    issuer: Issuer
    buyer_name: str
    buyer_place: str
    order_number: str
    payment_method: str
    language: str
    """The buyer's."""
    country: str
    time_zone: str
    ordered_on: date
    issued_on: date
    issued_on_hijri: str
    """"1448-06-15", by the calendar of Umm al-Qura."""
    lines: tuple[InvoiceLine, ...]
    net: Money
    tax: Money
    total: Money
    about_number: str = ""
    """Of the invoice that a credit note takes back."""
    company: Company | None = None
    taxes: tuple[InvoiceTax, ...] = ()
    """By category and rate; older ones tell none."""
    prices_include_tax: bool = True
    supported: Money | None = None
    """What the market pays of the total, its tax with it; older ones don't say, and leave it out of
    the total."""
    supported_tax: Money | None = None
    credit: Money | None = None
    """What the buyer's wallet has paid of it."""
    reason: str = ""
    """Why a debit note is given, in its seller's words."""
    destination: str = ""
    """The country abroad that it was carried to; empty at home."""
    carried_to: RegisteredAddress = RegisteredAddress()
    """The place there."""

    @property
    def paid_before(self) -> Money:
        """What of the total nobody has to ask the buyer for any more (BT-113)."""
        if self.payment_method in PREPAID and not self.about_number:
            return self.total
        told = (self.supported, self.credit)
        return total([one for one in told if one], self.total.currency)

    @property
    def is_paid_at_door(self) -> bool:
        return self.payment_method == AT_THE_DOOR

    @property
    def parts(self) -> tuple[tuple[str, Money], ...]:
        """What of the total the market and the buyer's wallet pay, where they do."""
        told = (("market", self.supported), ("wallet", self.credit))
        return tuple((whose, money) for whose, money in told if money)

    @property
    def rest(self) -> Money:
        """What the buyer pays beside, or gets back."""
        return self.total - total([money for _, money in self.parts], self.total.currency)

    @property
    def discounts(self) -> Money:
        """What the seller took off his prices, as the paper shows them."""
        told = [line.discount for line in self.lines if line.discount]
        return total(told, self.total.currency)


@dataclass(frozen=True, slots=True)
class Filed:
    """The electronic document of an invoice, as its lists and its page show it."""

    id: UUID
    state: FilingState
    needs_clearance: bool
    qr: str


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """`qr` is what its code holds; empty where the law asks for none. `file_id` is of its PDF, None
    until it is printed."""

    seller_id: UUID
    id: UUID
    kind: InvoiceKind
    number: str
    order_id: UUID
    buyer_id: UUID
    issued_at: datetime
    content: InvoiceContent
    qr: str
    file_id: UUID | None
    filed: Filed | None = None
    filer_id: UUID | None = None
    """Whose unit files it, where that is not the seller's own: the market, of commission."""

    @property
    def filer(self) -> UUID:
        return self.filer_id or self.seller_id

    @property
    def is_taxed(self) -> bool:
        """By a seller who had a VAT number when he sold, and has it still."""
        categories = {line.category for line in self.content.lines}
        return bool(self.content.issuer.vat_number) and categories != {TaxCategory.OUTSIDE.value}

    @property
    def is_commission(self) -> bool:
        return self.kind in (InvoiceKind.COMMISSION, InvoiceKind.COMMISSION_CREDIT)


@dataclass(frozen=True, slots=True)
class CommissionTotal:
    """What the commission invoices of a month come to, in one currency."""

    total: Money
    tax: Money
    papers: int


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One invoice in a list."""

    seller_id: UUID
    id: UUID
    kind: InvoiceKind
    number: str
    order_id: UUID
    order_number: str
    buyer_name: str
    issued_at: datetime
    total: Money
    tax: Money
    filed: Filed | None = None


@dataclass(frozen=True, slots=True)
class DebitToWrite:
    """A debit note as its seller wants it. `more` is what is owed beside, by the place of the
    invoice's line, as the invoice shows prices."""

    id: UUID
    more: Mapping[int, Money]
    words: str


UNABLE = "the printer lacks what it prints with"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file within a PDF."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed. What has enclosures becomes a PDF that is kept for ever (PDF/A-3)."""

    page: str
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet as PDF."""

    content: bytes


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Why there is no PDF; it is asked for again later. `why` is `UNABLE` where no sheet at all
    comes out, until somebody mends the machine."""

    why: str
