"""The business rules of EN 16931, each under its own name: which of them an invoice breaks.

Every amount is whole minor units, so sums are compared exactly. One rule is read generously, as the
authorities themselves do: taxable amount times rate may differ from the tax by one minor unit for
each line or adjustment, because prices that include tax can't always be parted otherwise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tijara.kit.money import EXPONENTS, Money, round_half_up, total

from .model import Category, PaperKind, SemanticInvoice, SupplyLine, TaxShare

REASON_EVEN_AT_ZERO = frozenset({"SA", "AE"})
"""Countries that ask why a supply is zero-rated, which the European rule BR-Z-10 forbids, and where
a seller with a VAT number has supplies outside of it (BR-O-02)."""
NEEDS_REASON = frozenset(
    {Category.EXEMPT, Category.EXPORT, Category.REVERSE_CHARGE, Category.OUTSIDE}
)


@dataclass(frozen=True, slots=True)
class Broken:
    """`rule` is the standard's own name for it; `about` what it is about, for a person."""

    rule: str
    about: str


def broken_rules(invoice: SemanticInvoice) -> list[Broken]:
    """None: it may be given out."""
    return [broken for check in CHECKS for broken in check(invoice)]


def _told(invoice: SemanticInvoice) -> Iterator[Broken]:
    needs_buyer = not invoice.is_simplified
    must = (
        ("BR-02", "number", bool(invoice.number.strip())),
        ("BR-05", "currency", invoice.currency in EXPONENTS),
        ("BR-06", "seller's name", bool(invoice.seller.name.strip())),
        ("BR-07", "buyer's name", not needs_buyer or bool(invoice.buyer.name.strip())),
        ("BR-09", "seller's country", len(invoice.seller.place.country) == 2),
        ("BR-11", "buyer's country", not needs_buyer or len(invoice.buyer.place.country) == 2),
        ("BR-16", "lines", bool(invoice.lines)),
        ("BR-CO-18", "VAT breakdown", bool(invoice.shares)),
        ("BR-CO-26", "seller's number", bool(_numbers_of_seller(invoice))),
    )
    yield from (Broken(rule, about) for rule, about, holds in must if not holds)


def _numbers_of_seller(invoice: SemanticInvoice) -> str:
    return invoice.seller.vat_number + invoice.seller.registration


def _lines(invoice: SemanticInvoice) -> Iterator[Broken]:
    for place, line in enumerate(invoice.lines, 1):
        if line.quantity <= 0:
            yield Broken("BR-22", f"quantity of line {place}")
        if not line.name.strip():
            yield Broken("BR-25", f"name of line {place}")
        if line.net.minor < 0:
            yield Broken("BR-27", f"price of line {place}")
        yield from _allowance(place, line)
    for place, one in enumerate(invoice.adjustments, 1):
        if not one.reason.strip() and not one.reason_code:
            yield Broken("BR-38" if one.is_charge else "BR-33", f"reason of adjustment {place}")
        if one.amount.minor < 0:
            yield Broken("BR-36" if one.is_charge else "BR-31", f"amount of adjustment {place}")


def _allowance(place: int, line: SupplyLine) -> Iterator[Broken]:
    one = line.allowance
    if one is None:
        return
    if one.amount.minor < 0:
        yield Broken("BR-41", f"amount off line {place}")
    if not one.reason.strip() and not one.reason_code:
        yield Broken("BR-42", f"reason of what is off line {place}")
    if one.base - one.amount != line.net:
        told = _differ(line.net, one.base - one.amount)
        yield Broken("PEPPOL-EN16931-R120", f"line {place}: {told}")


def _notes(invoice: SemanticInvoice) -> Iterator[Broken]:
    if invoice.kind is PaperKind.INVOICE:
        return
    if invoice.preceding is None or not invoice.preceding.number.strip():
        yield Broken("BR-55", "invoice that the note is about")


def _sums(invoice: SemanticInvoice) -> Iterator[Broken]:
    told, currency = invoice.totals, invoice.currency
    adjustments = invoice.adjustments
    sums = (
        ("BR-CO-10", told.lines, total([one.net for one in invoice.lines], currency)),
        (
            "BR-CO-11",
            told.allowances,
            total([one.amount for one in adjustments if not one.is_charge], currency),
        ),
        (
            "BR-CO-12",
            told.charges,
            total([one.amount for one in adjustments if one.is_charge], currency),
        ),
        ("BR-CO-13", told.net, told.lines - told.allowances + told.charges),
        ("BR-CO-14", told.tax, total([one.tax for one in invoice.shares], currency)),
        ("BR-CO-15", told.gross, told.net + told.tax),
        ("BR-CO-16", told.payable, told.gross - told.paid + told.rounding),
    )
    yield from (Broken(rule, _differ(said, is_)) for rule, said, is_ in sums if said != is_)


def _differ(said: Money, is_: Money) -> str:
    return f"{said.to_decimal_string()} is not {is_.to_decimal_string()} {said.currency}"


def _categories(invoice: SemanticInvoice) -> Iterator[Broken]:
    """The rules that each category has under the same number: BR-S-01, BR-Z-01, …"""
    used = {line.category for line in invoice.lines}
    used |= {one.category for one in invoice.adjustments}
    for category in Category:
        shares = [share for share in invoice.shares if share.category is category]
        if bool(shares) != (category in used):
            yield Broken(f"BR-{category}-01", "VAT breakdown")
        if category is not Category.STANDARD and len(shares) > 1:
            yield Broken(f"BR-{category}-01", "VAT breakdown")
        yield from _rates(invoice, category)
        for share in shares:
            yield from _share(invoice, share)
    yield from _identified(invoice, used)


def _rates(invoice: SemanticInvoice, category: Category) -> Iterator[Broken]:
    for line in invoice.lines:
        if line.category is category and not _is_rate(category, line.rate_bp):
            yield Broken(f"BR-{category}-05", f"rate of {line.name}")
    for one in invoice.adjustments:
        if one.category is category and not _is_rate(category, one.rate_bp):
            rule = "07" if one.is_charge else "06"
            yield Broken(f"BR-{category}-{rule}", f"rate of {one.reason}")


def _is_rate(category: Category, rate_bp: int) -> bool:
    return 0 < rate_bp <= 10_000 if category is Category.STANDARD else rate_bp == 0


def _share(invoice: SemanticInvoice, share: TaxShare) -> Iterator[Broken]:
    code = share.category
    taxable, parts = _taxable(invoice, share)
    if share.taxable != taxable:
        yield Broken(f"BR-{code}-08", _differ(share.taxable, taxable))
    due = round_half_up(share.taxable.minor * share.rate_bp, 10_000)
    if abs(share.tax.minor - due) > (parts if code is Category.STANDARD else 0):
        yield Broken(f"BR-{code}-09", _differ(share.tax, Money(due, share.tax.currency)))
    if code in NEEDS_REASON and not (share.reason or share.reason_code):
        yield Broken(f"BR-{code}-10", "reason of no tax")
    may_say_why = code in NEEDS_REASON or (
        code is Category.ZERO and invoice.seller.place.country in REASON_EVEN_AT_ZERO
    )
    if not may_say_why and (share.reason or share.reason_code):
        yield Broken(f"BR-{code}-10", "reason of no tax")


def _taxable(invoice: SemanticInvoice, share: TaxShare) -> tuple[Money, int]:
    """(what stands in the document of this category and rate, in how many places)."""
    what = (share.category, share.rate_bp)
    lines = [line.net for line in invoice.lines if (line.category, line.rate_bp) == what]
    beside = [
        one.amount if one.is_charge else -one.amount
        for one in invoice.adjustments
        if (one.category, one.rate_bp) == what
    ]
    return total(lines + beside, invoice.currency), len(lines) + len(beside)


def _identified(invoice: SemanticInvoice, used: set[Category]) -> Iterator[Broken]:
    """Who charges a tax, or says why he charges none, must have a number (BR-x-02)."""
    for category in sorted(used - {Category.OUTSIDE}):
        if not invoice.seller.vat_number:
            yield Broken(f"BR-{category}-02", "seller's VAT number")
    if Category.REVERSE_CHARGE in used and not invoice.buyer.vat_number:
        yield Broken("BR-AE-02", "buyer's VAT number")
    if Category.OUTSIDE not in used or invoice.seller.place.country in REASON_EVEN_AT_ZERO:
        return
    if invoice.seller.vat_number:
        yield Broken("BR-O-02", "seller's VAT number")
    if len(used) > 1:
        yield Broken("BR-O-11", "VAT breakdown")


CHECKS: tuple[Callable[[SemanticInvoice], Iterator[Broken]], ...] = (
    _told,
    _lines,
    _notes,
    _sums,
    _categories,
)
