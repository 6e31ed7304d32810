"""The one place where a paper of ours becomes a semantic invoice of EN 16931."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.parties.shapes import RegisteredAddress
from tijara.kit.en16931 import (
    Adjustment,
    Allowance,
    Category,
    PaperKind,
    Place,
    Preceding,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Trader,
    totals_of,
)
from tijara.kit.money import Money, round_half_up, total

from ..shapes import InvoiceContent, InvoiceKind, InvoiceLine, LineSubject, UnitFacts

KINDS = {
    InvoiceKind.CREDIT_NOTE: PaperKind.CREDIT_NOTE,
    InvoiceKind.COMMISSION_CREDIT: PaperKind.CREDIT_NOTE,
    InvoiceKind.DEBIT_NOTE: PaperKind.DEBIT_NOTE,
}
PAYMENT_CODES = {"cash_on_delivery": "10", "bank_transfer": "30", "card": "48"}
UNKNOWN_PAYMENT = "1"
CHARGES = {LineSubject.DELIVERY: ("FC", "التوصيل"), LineSubject.FEE: ("ABK", "رسوم الدفع")}
"""(code of UNTDID 7161, words)."""
REDUCED, DISCOUNT = "خصم", "95"
"""Why there is an allowance, in words and in the code of UNTDID 5189."""
TAKEN_BACK = "استرجاع الطلب وإعادة ثمنه"
REASONS = {
    ("SA", Category.OUTSIDE): ("VATEX-SA-OOS", "Not subject to VAT"),
    ("SA", Category.ZERO): ("VATEX-SA-32", "Export of goods"),
    ("SA", Category.EXPORT): ("VATEX-SA-32", "Export of goods"),
}
"""Why there is no tax, in the authority's code and words. What stands in no row has no reason, and
an authority that wants one holds the paper."""
WHOLE_FOR_EXPORT = frozenset({"SA"})
"""Countries in which no simplified invoice may be written of goods that leave them."""
ANYWHERE = {Category.OUTSIDE: ("VATEX-EU-O", "Not subject to VAT")}
NOBODY = UnitFacts("", "", "", "", "", "", "")
NAMELESS = UUID(int=0)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=20), timedelta(minutes=15)


def about_unit(unit_id: UUID) -> str:
    """What a unit's keys are sealed about."""
    return f"invoicing.unit:{unit_id}"


def next_pause(attempts: int) -> timedelta:
    """After so many questions that were not answered."""
    return min(FIRST_PAUSE * 2 ** min(max(attempts - 1, 0), 8), LONGEST_PAUSE)


def semantic_invoice(
    kind: InvoiceKind,
    number: str,
    uuid: UUID,
    issued_at: datetime,
    content: InvoiceContent,
    facts: UnitFacts = NOBODY,
) -> SemanticInvoice:
    """Goods are lines; delivery and fee are charges of the whole. What a person has bought is
    simplified, and does not tell the authority who he is, unless it has left a country that wants
    to know where to."""
    items = [line for line in content.lines if line.subject is LineSubject.ITEM]
    beside = [line for line in content.lines if line.subject is not LineSubject.ITEM]
    supplies = tuple(_supply(line, content) for line in items)
    adjustments = tuple(_charge(line, content) for line in beside)
    shares = _shares(content)
    is_note = kind in KINDS
    return SemanticInvoice(
        kind=KINDS.get(kind, PaperKind.INVOICE),
        is_simplified=content.company is None and not is_whole_for_export(content),
        number=number,
        uuid=uuid,
        issued_at=issued_at.astimezone(ZoneInfo(content.time_zone)),
        supplied_on=content.issued_on,
        seller=_seller(content, facts),
        buyer=_buyer(content),
        lines=supplies,
        adjustments=adjustments,
        shares=shares,
        totals=totals_of(supplies, adjustments, shares, content.paid_before),
        payment_code=PAYMENT_CODES.get(content.payment_method, UNKNOWN_PAYMENT),
        preceding=Preceding(content.about_number) if is_note else None,
        reason=(content.reason or TAKEN_BACK) if is_note else "",
        delivered_to=_abroad(content) if content.destination else None,
    )


def is_whole_for_export(content: InvoiceContent) -> bool:
    """A person's invoice that must be a whole one, because the goods have left the country."""
    leaves = any(line.category == Category.EXPORT for line in content.lines)
    return leaves and content.country in WHOLE_FOR_EXPORT


def _mark(content: InvoiceContent) -> str:
    """By what we know the buyer (BT-46): he has no number in this country."""
    return "".join(letter for letter in content.order_number if letter.isalnum())


def _abroad(content: InvoiceContent) -> Place:
    return Place(content.destination, **asdict(content.carried_to))


def fingerprint(invoice: SemanticInvoice) -> str:
    """Of all that it says, whatever the document is called: equal where a new one would be the
    same again."""
    told = repr(replace(invoice, uuid=NAMELESS))
    told += repr(invoice.delivered_to) if invoice.delivered_to else ""
    return sha256(told.encode()).hexdigest()


def _seller(content: InvoiceContent, facts: UnitFacts) -> Trader:
    issuer = content.issuer
    place = Place(
        country=content.country,
        street=facts.street or issuer.address,
        building=facts.building,
        extra=facts.extra,
        district=facts.district,
        city=facts.city,
        region=facts.region,
        postcode=facts.postcode,
    )
    scheme = "CRN" if issuer.registration_number else ""
    return Trader(issuer.legal_name, place, issuer.vat_number, issuer.registration_number, scheme)


def _buyer(content: InvoiceContent) -> Trader:
    """Of older papers a company's address is one text: it stands as the street, and the city where
    it was sent."""
    company = content.company
    if company is None:
        if is_whole_for_export(content):
            return Trader(content.buyer_name, _abroad(content), "", _mark(content), "OTH")
        return Trader("", Place(content.country))
    told = company.place
    if told == RegisteredAddress():
        city = content.buyer_place.rpartition("، ")[2]
        place = Place(content.country, street=company.address, city=city)
    else:
        place = Place(content.country, **asdict(told))
    scheme = "CRN" if company.registration_number else ""
    return Trader(company.name, place, company.vat_number, company.registration_number, scheme)


def _category(line: InvoiceLine, content: InvoiceContent) -> Category:
    """As it was frozen; of older papers, as the rate says."""
    if line.category:
        return Category(line.category)
    if not content.issuer.vat_number:
        return Category.OUTSIDE
    return Category.STANDARD if line.tax_bp else Category.ZERO


def _supply(line: InvoiceLine, content: InvoiceContent) -> SupplyLine:
    return SupplyLine(
        name=line.name_ar or line.name_en,
        quantity=line.quantity,
        net=line.net,
        category=_category(line, content),
        rate_bp=line.tax_bp,
        tax=line.tax,
        allowance=_allowance(line, content),
        code=line.code,
        gtin=line.gtin,
        nature=line.nature,
    )


def _allowance(line: InvoiceLine, content: InvoiceContent) -> Allowance | None:
    """What the seller took off, before tax, as the paper shows it with tax or before it."""
    if not line.discount:
        return None
    off, rate = line.discount, line.tax_bp
    if content.prices_include_tax:
        off = Money(round_half_up(off.minor * 10_000, 10_000 + rate), off.currency)
    return Allowance(off, line.net + off, REDUCED, DISCOUNT)


def _charge(line: InvoiceLine, content: InvoiceContent) -> Adjustment:
    code, words = CHARGES[line.subject]
    return Adjustment(
        is_charge=True,
        amount=line.net,
        reason=words,
        reason_code=code,
        category=_category(line, content),
        rate_bp=line.tax_bp,
    )


def _shares(content: InvoiceContent) -> tuple[TaxShare, ...]:
    found: dict[tuple[Category, int], list[InvoiceLine]] = {}
    for line in content.lines:
        found.setdefault((_category(line, content), line.tax_bp), []).append(line)
    return tuple(_share(content, *kind, lines) for kind, lines in found.items())


def _share(
    content: InvoiceContent, category: Category, rate_bp: int, lines: list[InvoiceLine]
) -> TaxShare:
    currency = content.total.currency
    code, words = _reason(content, category)
    return TaxShare(
        category=category,
        rate_bp=rate_bp,
        taxable=total([line.net for line in lines], currency),
        tax=total([line.tax for line in lines], currency),
        reason=words,
        reason_code=code,
    )


def _reason(content: InvoiceContent, category: Category) -> tuple[str, str]:
    """(code, words) why there is no tax: the paper's own, else what the country calls it."""
    if category is Category.STANDARD:
        return "", ""
    known = REASONS.get((content.country, category), ANYWHERE.get(category, ("", "")))
    told = next((one for one in content.taxes if one.category == category), None)
    if told is None:
        return known
    return told.reason_code or known[0], told.reason_en or known[1]
