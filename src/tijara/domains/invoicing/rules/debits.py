"""What a debit note says: how much more is owed for what an invoice was written for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tijara.domains.orders.shapes import OrderView
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.arabic import strip_controls
from tijara.kit.money import Money, round_half_up, zero

from ..shapes import (
    BY_LINK,
    CODE_OF_DELIVERY,
    CODE_OF_FEE,
    DIRECT,
    DebitToWrite,
    GoodsMark,
    InvoiceContent,
    InvoiceLine,
    InvoiceTax,
    LineSubject,
)
from .marks import mark_beside
from .papers import hijri_of, sums_of, taxes_of

LONGEST_WORDS = 200
RAISED = ("زيادة في السعر: {}", "Price increase: {}")
OF_DELIVERY = ("التوصيل", "Delivery")
OF_WAY_BACK = ("أجرة نقل المرتجع", "Carriage of the return")
WITHHELD = "withheld"
OF_FEE = ("رسوم الدفع", "Payment fee")


def tidy_note(note: DebitToWrite) -> DebitToWrite:
    return replace(note, words=strip_controls(note.words).strip())


def debit_faults(about: InvoiceContent, note: DebitToWrite) -> dict[str, str]:
    """What can't be written like this: a code by field; a line's is "line_<place>"."""
    faults = {
        f"line_{place}": "not_above_nothing"
        for place, more in note.more.items()
        if more.minor <= 0 or more.currency != about.total.currency
    }
    if any(not 0 <= place < len(about.lines) for place in note.more):
        faults["more"] = "unknown"
    if not note.more:
        faults["more"] = "required"
    if sum(more.minor for more in note.more.values()) > about.total.minor:
        faults["more"] = "more_than_invoice"
    if not note.words:
        faults["words"] = "required"
    elif len(note.words) > LONGEST_WORDS:
        faults["words"] = "too_long"
    return faults


def debit_content(
    about: InvoiceContent, number: str, note: DebitToWrite, today: date, *, is_paid_here: bool
) -> InvoiceContent:
    """At the categories and rates of the invoice, as it shows prices: it corrects that supply."""
    lines = tuple(_line(about, about.lines[place], more) for place, more in note.more.items())
    net, tax, total = sums_of(lines, about.total.currency)
    nothing = zero(about.total.currency)
    return replace(
        about,
        payment_method=BY_LINK if is_paid_here else DIRECT,
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        about_number=number,
        lines=lines,
        net=net,
        tax=tax,
        total=total,
        taxes=_taxes(about.taxes, lines),
        supported=nothing,
        supported_tax=nothing,
        credit=None,
        reason=note.words,
    )


def carriage_content(
    about: InvoiceContent, number: str, order: OrderView, gross: Money, today: date
) -> InvoiceContent:
    """What its seller has the buyer pay for the way back: a service, at the category and rate that
    the delivery had, taken off what went back to him."""
    is_taxed = bool(about.issuer.vat_number)
    rate_bp = order.delivery_bp if is_taxed else 0
    category = order.delivery_category if is_taxed else TaxCategory.OUTSIDE
    tax = Money(round_half_up(gross.minor * rate_bp, 10_000 + rate_bp), gross.currency)
    is_reversed = category is TaxCategory.REVERSE
    mark = (
        mark_beside(about, None, CODE_OF_DELIVERY) if is_reversed else GoodsMark(CODE_OF_DELIVERY)
    )
    line = InvoiceLine(
        subject=LineSubject.ITEM,
        name_ar=OF_WAY_BACK[0],
        name_en=OF_WAY_BACK[1],
        quantity=1,
        unit=gross if about.prices_include_tax else gross - tax,
        net=gross - tax,
        tax_bp=rate_bp,
        tax=tax,
        gross=gross,
        category=category.value,
        discount=zero(gross.currency),
        code=mark.code,
        gtin=mark.gtin,
        nature=mark.nature,
    )
    nothing = zero(gross.currency)
    return replace(
        about,
        payment_method=WITHHELD,
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        about_number=number,
        lines=(line,),
        net=line.net,
        tax=line.tax,
        total=line.gross,
        taxes=taxes_of((line,), (), about.country, about.ordered_on),
        supported=nothing,
        supported_tax=nothing,
        credit=None,
        reason=" · ".join(OF_WAY_BACK),
    )


def _line(about: InvoiceContent, line: InvoiceLine, more: Money) -> InvoiceLine:
    """`more` is as the paper shows prices: with tax, or before it."""
    basis = 10_000 + line.tax_bp if about.prices_include_tax else 10_000
    tax = Money(round_half_up(more.minor * line.tax_bp, basis), more.currency)
    net = more - tax if about.prices_include_tax else more
    name_ar, name_en = _names(line)
    mark = _mark(about, line)
    return InvoiceLine(
        subject=LineSubject.ITEM,
        name_ar=RAISED[0].format(name_ar),
        name_en=RAISED[1].format(name_en),
        quantity=1,
        unit=more,
        net=net,
        tax_bp=line.tax_bp,
        tax=tax,
        gross=net + tax,
        category=line.category,
        discount=zero(more.currency),
        code=mark.code,
        gtin=mark.gtin,
        nature=mark.nature,
    )


def _mark(about: InvoiceContent, line: InvoiceLine) -> GoodsMark:
    beside = {LineSubject.DELIVERY: CODE_OF_DELIVERY, LineSubject.FEE: CODE_OF_FEE}
    code = beside.get(line.subject, "")
    if line.category == TaxCategory.REVERSE.value or not code:
        return mark_beside(about, line, code)
    return GoodsMark(code)


def _names(line: InvoiceLine) -> tuple[str, str]:
    beside: Mapping[LineSubject, tuple[str, str]] = {
        LineSubject.DELIVERY: OF_DELIVERY,
        LineSubject.FEE: OF_FEE,
    }
    told = beside.get(line.subject, (line.name_ar, line.name_en))
    return told[0] or told[1], told[1] or told[0]


def _taxes(known: tuple[InvoiceTax, ...], lines: tuple[InvoiceLine, ...]) -> tuple[InvoiceTax, ...]:
    """The invoice's own rows of what the note is about, with the note's sums."""
    found = []
    for one in known:
        key = (one.category, one.rate_bp)
        mine = [line for line in lines if (line.category, line.tax_bp) == key]
        if mine:
            net, tax, _ = sums_of(mine, one.net.currency)
            found.append(replace(one, net=net, tax=tax))
    return tuple(found)
