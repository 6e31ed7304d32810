"""Invoices, receipts and credit notes, as they were written."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class InvoiceKind(StrEnum):
    TAX_INVOICE = "tax_invoice"
    """A simplified tax invoice, by a seller with a VAT number."""
    RECEIPT = "receipt"
    """By a seller without one: he may not show a tax."""
    CREDIT_NOTE = "credit_note"
    """Takes a tax invoice or a receipt back."""
    COMMISSION = "commission"
    """By the market's operator to a seller, for a month."""
    COMMISSION_CREDIT = "commission_credit"
    """The same, of a month in which more commission went back than was earned."""


class LineSubject(StrEnum):
    ITEM = "item"
    DELIVERY = "delivery"
    FEE = "fee"


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
    """`unit` and `gross` include tax; `net` and `tax` add up to `gross`."""

    subject: LineSubject
    name_ar: str
    name_en: str
    quantity: int
    unit: Money
    net: Money
    tax_bp: int
    tax: Money
    gross: Money


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
    filed: "Filed | None" = None

    @property
    def is_taxed(self) -> bool:
        return bool(self.content.issuer.vat_number)

    @property
    def is_commission(self) -> bool:
        return self.kind in (InvoiceKind.COMMISSION, InvoiceKind.COMMISSION_CREDIT)


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
    filed: "Filed | None" = None


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
    """Why there is no PDF; it is asked for again later."""

    why: str


class UnitState(StrEnum):
    """Of what writes a seller's documents for an authority."""

    BEGUN = "begun"
    """It has a key and a first identity; its documents of trial are not accepted yet."""
    READY = "ready"
    WITHDRAWN = "withdrawn"
    """Nothing new is written; what waits is still sent."""


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
class Filed:
    """The electronic document of an invoice, as its lists and its page show it."""

    id: UUID
    state: FilingState
    needs_clearance: bool
    qr: str


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What an authority wants to know of where documents are written."""

    branch: str
    business: str
    street: str
    building: str
    district: str
    city: str
    postcode: str
    extra: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who enrols: the seller before the law, and his unit. `unit` names it for ever."""

    unit: UUID
    legal_name: str
    vat_number: str
    registration: str
    country: str
    facts: UnitFacts


@dataclass(frozen=True, slots=True)
class ChainPlace:
    """`before` is the hash of the document before, "" of the first."""

    counter: int
    before: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, written and signed. `ending` is of its file's name."""

    document: str
    hash: str
    qr: str
    needs_clearance: bool
    ending: str = "xml"


@dataclass(frozen=True, slots=True)
class ToSend:
    uuid: UUID
    hash: str
    document: str
    needs_clearance: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """What an authority says about a document: its own rule and words."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """`document` and `qr` where the authority has stamped it."""

    warnings: tuple[Remark, ...] = ()
    document: str = ""
    qr: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    errors: tuple[Remark, ...]
    warnings: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthoritySilent:
    """It may have it or not: it is asked again. `keys_refused`: it does not know our identity."""

    why: str
    keys_refused: bool = False


@dataclass(frozen=True, slots=True)
class Enrolled:
    """`keys` are secret. `expires_at` is when the identity must have been renewed."""

    keys: dict[str, str]
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NotEnrolled:
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class AuthorityField:
    """A setting of an authority that staff choose for a unit."""

    name: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """`fields` are the settings that were chosen; no key is among them."""

    seller_id: UUID
    id: UUID
    authority: str
    state: UnitState
    facts: UnitFacts
    fields: dict[str, str]
    counter: int
    kept_at: datetime
    expires_at: datetime | None
    trouble: str
    """"keys_refused", "unreadable" or nothing."""


@dataclass(frozen=True, slots=True)
class FilingView:
    seller_id: UUID
    id: UUID
    invoice_id: UUID
    number: str
    kind: InvoiceKind
    authority: str
    state: FilingState
    counter: int
    uuid: UUID
    hash: str
    needs_clearance: bool
    written_at: datetime
    answered_at: datetime | None
    attempts: int
    retry_at: datetime | None
    last_error: str
    errors: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    total: Money
    ending: str


@dataclass(frozen=True, slots=True)
class HeldView:
    """A paper that may not be given out as it would be: it has no number yet."""

    seller_id: UUID
    order_id: UUID
    is_credit: bool
    order_number: str
    remarks: tuple[Remark, ...]
    held_at: datetime


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """What stands at the desk. `oldest` has waited longest for an answer."""

    by_state: dict[str, int]
    held: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What official validators found: how many of how many, and which were not as they should."""

    what: str
    good: int
    of: int
    wrong: list[str]
