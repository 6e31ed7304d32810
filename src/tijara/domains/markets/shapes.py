"""Markets and the rules of their countries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

MARKET_SLUG = re.compile(r"(?!(?:ar|en|fr|ui)(?:$|-))[a-z]{2}(?:-[a-z0-9]+)*")
"""A market's name in addresses: two letters ("eg"), more after a dash ("eg-outlet"). Our other
addresses are longer or shorter; languages are not countries."""


class CashCode(StrEnum):
    """When a buyer who pays in cash has to confirm his phone by a code."""

    ALWAYS = "always"
    NEW_PHONES = "new_phones"
    NEVER = "never"


class GoodsKind(StrEnum):
    """Goods of which a consumer law may say something of its own. A department carries the word."""

    ORDINARY = "ordinary"
    """Like the rest, whatever the department above it says."""
    MADE_TO_ORDER = "made_to_order"
    PERISHABLE = "perishable"
    HYGIENE = "hygiene"
    """Worn on the skin, or not to be sold again for the sake of health."""
    MEDIA = "media"
    """Discs, tapes and programs in a wrapping."""
    PRINT = "print"
    """Books, newspapers and magazines."""
    JEWELLERY = "jewellery"
    WATCH = "watch"
    """Glasses too."""
    PERFUME = "perfume"
    EVENING_WEAR = "evening_wear"
    BULLION = "bullion"
    """What changes its price with a market."""
    DEVICE = "device"
    """Electrical or electronic."""
    DIGITAL = "digital"
    """Told by the goods themselves, not by their department."""


@dataclass(frozen=True, slots=True)
class OperatorPapers:
    """Who runs a market, as the law wants it shown. Empty: not given, not shown."""

    name_ar: str = ""
    name_en: str = ""
    name_fr: str = ""
    commercial_register: str = ""
    vat_number: str = ""
    phone: str = ""
    email: str = ""
    address_ar: str = ""
    address_en: str = ""
    address_fr: str = ""


@dataclass(frozen=True, slots=True)
class MarketPolicy:
    """A market with everything that a sale asks of it. Amounts in minor units, rates in bp."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    country: str
    currency: str
    languages: tuple[str, ...]
    trade_model: str
    commission_bp: int
    commission_vat_bp: int | None
    """None: the rate of its country, on the day of the sale."""
    delivery_minor: int
    free_delivery_from_minor: int | None
    cash_on_delivery_fee_minor: int
    cash_on_delivery_limit_minor: int | None
    hold_minutes: int
    return_days: int
    payment_methods: tuple[str, ...]
    """Codes of the ways to pay, in the order in which they are offered."""
    cash_code: CashCode
    pay_minutes: int
    """How long an order waits to be paid by card."""
    transfer_hours: int
    bank_name: str
    bank_iban: str
    bank_holder: str
    invoice_prefix: str
    delivery_from_days: int
    """Working days of a standard delivery on the road: the quickest and the slowest."""
    delivery_to_days: int
    delivery_limit_minor: int | None
    """The most that a seller may ask for a delivery on terms of his own."""
    delivery_limit_days: int
    phone_means: str
    """How phones are written to unless a person prefers otherwise."""
    name_fr: str = ""
    accent: str = ""
    """"#2a6f4e"; empty where the market wears the look of the house."""
    logo: str = ""
    """The name of a made picture, or nothing."""
    papers: OperatorPapers = OperatorPapers()
    protection_days: int = 0
    """Working days after the delivery for which the seller's part is held; 0: it is his at once."""
    prices_include_tax: bool = True
    """What shops ask holds the tax; else the tax comes on top, as trade among companies has it."""
    abroad: tuple[str, ...] = ()
    """Countries beside its own to which its shops may deliver."""


@dataclass(frozen=True, slots=True)
class MarketDraft:
    """What is said when a market is opened. Amounts in minor units, rates in bp."""

    slug: str
    name_ar: str
    name_en: str
    country: str
    currency: str
    commission_bp: int
    delivery_minor: int
    commission_vat_bp: int | None = None
    """None: the rate of the country, on the day of the sale."""
    free_delivery_from_minor: int | None = None
    cash_on_delivery_fee_minor: int = 0
    cash_on_delivery_limit_minor: int | None = None
    languages: tuple[str, ...] = ("ar", "en")
    trade_model: str = "b2c"
    hold_minutes: int = 10
    return_days: int = 14
    payment_methods: tuple[str, ...] = ("cash_on_delivery",)
    cash_code: CashCode = CashCode.NEVER
    pay_minutes: int = 60
    transfer_hours: int = 72
    bank_name: str = ""
    bank_iban: str = ""
    bank_holder: str = ""
    invoice_prefix: str = "INV"
    delivery_from_days: int = 1
    delivery_to_days: int = 3
    delivery_limit_minor: int | None = None
    delivery_limit_days: int = 14
    phone_means: str = "sms"
    name_fr: str = ""
    protection_days: int = 0
    prices_include_tax: bool = True
    abroad: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A VAT rate in basis points, in force from `since` until the next one."""

    since: date
    bp: int

    @property
    def percent(self) -> str:
        """ "15"."""
        return f"{self.bp / 100:g}"


@dataclass(frozen=True, slots=True)
class TaxClass:
    """A kind of goods that a country taxes otherwise than the rest, from `since` on.

    `code` is the word that a product carries ("medicine"); the same in every country that knows
    it. `category` is EN 16931's letter. `reason_code` is the authority's own code of the reason.
    """

    code: str
    category: str
    since: date
    name_ar: str
    name_en: str
    name_fr: str
    note_ar: str = ""
    """What belongs to it, in plain words."""
    note_en: str = ""
    note_fr: str = ""
    bp: int = 0
    """Of a reduced rate."""
    reason_code: str = ""
    is_reverse_charged: bool = False
    """A registered company that buys it to sell it on owes the tax itself."""
    reverse_code: str = ""
    """The authority's own code of that kind of goods."""


@dataclass(frozen=True, slots=True)
class LegalName:
    """What a law is called."""

    name_ar: str
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class ConsumerAuthority:
    """Where a buyer complains whom a shop and its market have not helped. The names stand within a
    sentence; `phone` is dialled inside the country, empty where sources differ."""

    name_ar: str
    name_en: str
    name_fr: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawalException:
    """Goods that don't go back merely unwanted, from `since` on, or within `days` only."""

    goods: str
    since: date
    days: int = 0
    is_when_opened: bool = False
    """Only once the buyer has opened them; unopened they go back like the rest."""


@dataclass(frozen=True, slots=True)
class LegalWarranty:
    """The least that the law wants of a warranty for such goods, from `since` on."""

    goods: str
    since: date
    months: int


@dataclass(frozen=True, slots=True)
class BuyerTerms:
    """What a buyer of some goods is promised after the sale, never less than the law gives.

    `excepted`: of which kind they are, where the law excepts them and so they go back for a shorter
    time or, opened, not at all; empty, for all others.
    """

    return_days: int
    warranty_months: int
    excepted: str = ""
    only_unopened: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off. Where the moon decides, and it has not yet, the names say that it is estimated."""

    day: date
    name_ar: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule of a country was looked up: a law or a standard, a page, and the day."""

    title: str
    page: str
    seen: date


@dataclass(frozen=True, slots=True)
class AddressRules:
    """What an address of a country consists of. Nobody is asked for a postcode.

    `fields` stand in the order of the form; `required` are those that can't be empty; of `one_of`
    one is enough. `bounds` are the south, west, north and east edges of the country, roughly.
    """

    fields: tuple[str, ...]
    required: tuple[str, ...]
    one_of: tuple[str, ...]
    bounds: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What a shop must tell of whoever sells. `code` is the field that it is told from."""

    code: str
    label_ar: str
    label_en: str
    label_fr: str


@dataclass(frozen=True, slots=True)
class EInvoicing:
    """How invoices to consumers reach the tax authority. `since` None: not in force yet."""

    regime: str
    authority_ar: str
    authority_en: str
    since: date | None
    note: str


@dataclass(frozen=True, slots=True)
class CountryProfile:
    """What is true of a country. A rule that was not checked against a source is None or empty.

    `payment_methods`, `carriers`, `digits` and `shows_hijri` are no rules but what a new market
    there begins with.
    """

    code: str
    name_ar: str
    name_en: str
    name_fr: str
    currency: str
    dial_code: str
    time_zone: str
    vat_rates: tuple[DatedRate, ...]
    tax_classes: tuple[TaxClass, ...]
    """Goods that are zero-rated, exempt, at a reduced rate, or taxed by their buyer."""
    weekend: tuple[int, ...] | None
    """ISO weekdays, Monday 1."""
    return_days: int | None
    """0: it was looked up, and the law gives none to who merely changes his mind."""
    refund_days: int | None
    """Within how many days money is given back after a return."""
    consumer_law: LegalName | None
    """That gives the days to return."""
    withdrawal_exceptions: tuple[WithdrawalException, ...]
    legal_warranties: tuple[LegalWarranty, ...]
    address: AddressRules
    disclosures: tuple[Disclosure, ...]
    consumer_authority: ConsumerAuthority | None
    e_invoicing: EInvoicing | None
    payment_methods: tuple[str, ...]
    carriers: tuple[str, ...]
    digits: str
    shows_hijri: bool
    sources: Mapping[str, Source]
    unchecked: tuple[str, ...]
    """The names of the rules that are left empty."""
