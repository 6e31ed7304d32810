"""What an invoice says: its lines, its number, its QR code."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import segno
from hijridate import Gregorian

from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.markets.queries import tax_class
from tijara.domains.markets.shapes import TaxClass
from tijara.domains.orders.shapes import OrderLineView, OrderView
from tijara.domains.returns.shapes import GoodsRefund
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.money import Money, total, zero

from ..shapes import (
    UNMARKED,
    GoodsMark,
    InvoiceKind,
    InvoiceLine,
    InvoiceTax,
    InvoiceView,
    LineSubject,
)

WITH_QR = frozenset({"SA"})
"""Countries whose simplified tax invoices carry the code of Saudi Arabia's first phase."""
LETTERS = {
    InvoiceKind.TAX_INVOICE: "",
    InvoiceKind.FULL_INVOICE: "B-",
    InvoiceKind.RECEIPT: "R-",
    InvoiceKind.CREDIT_NOTE: "C-",
    InvoiceKind.DEBIT_NOTE: "D-",
    InvoiceKind.COMMISSION: "F-",
    InvoiceKind.COMMISSION_CREDIT: "FC-",
}
REASONS = {
    TaxCategory.EXPORT: ("تصدير إلى خارج البلد", "Export out of the country", "Exportation"),
    TaxCategory.REVERSE: (
        "الضريبة على المشتري (الاحتساب العكسي)",
        "Reverse charge: the buyer accounts for the tax",
        "Autoliquidation : la taxe est due par l’acheteur",
    ),
    TaxCategory.OUTSIDE: (
        "خارج نطاق الضريبة",
        "Outside the scope of the tax",
        "Hors du champ de la taxe",
    ),
}
"""Why nothing is levied, where that is not because of what the goods are: Arabic, English,
French."""
CURRENCIES = {
    "AED": "درهم إماراتي",
    "BHD": "دينار بحريني",
    "EGP": "جنيه مصري",
    "JOD": "دينار أردني",
    "KWD": "دينار كويتي",
    "MAD": "درهم مغربي",
    "OMR": "ريال عُماني",
    "QAR": "ريال قطري",
    "SAR": "ريال سعودي",
    "TND": "دينار تونسي",
}
"""As an Arabic paper names them; others by their code."""
MOST_BYTES = 255
"""A field of the code tells its length in one byte."""


class Unreconciled(ValueError):
    """The order's tax is not that of what was sold: always a bug."""


def invoice_number(prefix: str, kind: InvoiceKind, serial: int) -> str:
    """ "INV-000042", "INV-R-000042", "INV-C-000042"."""
    return f"{prefix}-{LETTERS[kind]}{serial:06d}"


def hijri_of(day: date) -> str:
    return Gregorian(day.year, day.month, day.day).to_hijri().isoformat()


def lines_of(
    order: OrderView,
    parts: Mapping[UUID, LineShare],
    share: Share,
    *,
    is_taxed: bool,
    marks: Mapping[UUID, GoodsMark] | None = None,
) -> tuple[InvoiceLine, ...]:
    """What of the order was delivered, with the money that its parcels had for it and what the
    market pays of it: `parts` by line, delivery and fee; `share` is all of it. Nothing is
    calculated here: it was frozen at the sale. `marks` are by line."""
    known = marks or {}
    lines = [
        _marked(_item(line, parts[line.id], order), known.get(line.id))
        for line in order.lines
        if line.id in parts
    ]
    lines += _beside(order, share, support_of(order, parts.values(), share)[1])
    _reconciled(order, lines, parts.values(), share)
    return tuple(lines) if is_taxed else tuple(_untaxed(line) for line in lines)


def support_of(
    order: OrderView, parts: Iterable[LineShare], share: Share
) -> tuple[Money, tuple[int, int]]:
    """The tax in what the market pays of a share, and (amount, tax) of its part for delivery."""
    parts = list(parts)
    delivery = share.support_minor - sum(part.support_minor for part in parts)
    tax = order.delivery_support_tax_minor if delivery else 0
    of_lines = sum(part.support_tax_minor for part in parts)
    return Money(of_lines + tax, share.currency), (delivery, tax)


def without_support(parts: Iterable[LineShare], share: Share) -> tuple[list[LineShare], Share]:
    """As papers told it that left out what the market pays."""
    bare = [replace(part, support_minor=0, support_tax_minor=0) for part in parts]
    return bare, replace(share, support_minor=0)


def _reconciled(
    order: OrderView, lines: Sequence[InvoiceLine], parts: Iterable[LineShare], share: Share
) -> None:
    tax = Money(share.tax_minor, share.currency) + support_of(order, parts, share)[0]
    whole = Money(share.total_minor + share.support_minor, share.currency)
    if sums_of(lines, share.currency)[1:] != (tax, whole):
        raise Unreconciled(f"order {order.number}: its lines are not its share")


def taxes_of(
    lines: Sequence[InvoiceLine], words: Iterable[str], country: str, on: date
) -> tuple[InvoiceTax, ...]:
    """The breakdown of an invoice, the highest rate first. `words` are the tax classes of what was
    sold: they say why a part is not taxed at the country's rate."""
    groups: dict[tuple[str, int], list[InvoiceLine]] = {}
    for line in lines:
        if line.gross:
            groups.setdefault((line.category, line.tax_bp), []).append(line)
    known = [found for word in words if (found := tax_class(country, word, on))]
    return tuple(
        _tax(key, groups[key], known) for key in sorted(groups, key=lambda one: (-one[1], one[0]))
    )


def credit_lines(
    order: OrderView,
    refund: GoodsRefund,
    *,
    is_taxed: bool,
    marks: Mapping[UUID, GoodsMark] | None = None,
) -> tuple[InvoiceLine, ...]:
    """What goes back: its lines with the money that was frozen for them, delivery and fee."""
    of_order, known = {line.id: line for line in order.lines}, marks or {}
    lines = [
        _marked(
            (_item if part.quantity else _reduction)(of_order[part.line_id], part, order),
            known.get(part.line_id),
        )
        for part in refund.parts
    ]
    delivery = support_of(order, refund.parts, refund.share)[1]
    lines += _beside(order, refund.share, delivery)
    _reconciled(order, lines, refund.parts, refund.share)
    return tuple(lines) if is_taxed else tuple(_untaxed(line) for line in lines)


def sums_of(lines: Sequence[InvoiceLine], currency: str) -> tuple[Money, Money, Money]:
    """(net, tax, total)."""
    return (
        total([line.net for line in lines], currency),
        total([line.tax for line in lines], currency),
        total([line.gross for line in lines], currency),
    )


def phase_one_qr(name: str, vat_number: str, issued_at: datetime, gross: Money, tax: Money) -> str:
    """Base64 of five fields, each its number, its length in bytes, its text (ZATCA, phase 1)."""
    moment = issued_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = (name, vat_number, moment, gross.to_decimal_string(), tax.to_decimal_string())
    fields = [_cut(text.encode()) for text in texts]
    told = b"".join(bytes((tag, len(text))) + text for tag, text in enumerate(fields, 1))
    return b64encode(told).decode()


def qr_picture(text: str) -> str:
    """The code as an address that holds its own drawing; nothing for nothing."""
    return segno.make(text, error="m").svg_data_uri(border=2, dark="#1c2440") if text else ""


def facts_of_sheet(invoice: InvoiceView) -> dict[str, object]:
    """What the sheet shows beside the invoice itself: amounts as figures, the currency's name."""
    content = invoice.content
    currency = content.total.currency
    return {
        "rows": [
            {
                "line": line,
                "unit": figures(line.unit),
                "discount": figures(line.discount) if line.discount else "",
                "net": figures(line.net),
                "rate": line.rate,
                "tax": figures(line.tax),
                "gross": figures(line.gross),
            }
            for line in content.lines
        ],
        "taxes": [
            {
                "tax": one,
                "net_figures": figures(one.net),
                "tax_figures": figures(one.tax),
            }
            for one in content.taxes
        ],
        "net": figures(content.net),
        "tax": figures(content.tax),
        "total": figures(content.total),
        "discounts": figures(content.discounts) if content.discounts else "",
        "parts": [(whose, figures(money)) for whose, money in content.parts],
        "rest": figures(content.rest),
        "qr_picture": qr_picture(invoice.qr),
        "currency": currency,
        "currency_ar": currency_in_arabic(currency),
    }


def currency_in_arabic(currency: str) -> str:
    return CURRENCIES.get(currency, currency)


def figures(money: Money) -> str:
    """ "1,234.50": grouped, with the currency's own decimals."""
    whole, point, part = money.to_decimal_string().partition(".")
    return f"{int(whole):,}{point}{part}"


def _tax(
    key: tuple[str, int], lines: Sequence[InvoiceLine], known: Sequence[TaxClass]
) -> InvoiceTax:
    category, rate_bp = key
    net, tax, _ = sums_of(lines, lines[0].gross.currency)
    if category in REASONS:
        return InvoiceTax(category, rate_bp, net, tax, *REASONS[TaxCategory(category)])
    mine = [one for one in known if one.category == category and (one.bp or 0) == rate_bp]
    return InvoiceTax(
        category,
        rate_bp,
        net,
        tax,
        "، ".join(one.name_ar for one in mine),
        ", ".join(one.name_en for one in mine),
        ", ".join(one.name_fr for one in mine),
        ", ".join(one.reason_code for one in mine if one.reason_code),
    )


def _item(line: OrderLineView, part: LineShare, order: OrderView) -> InvoiceLine:
    """So many units of a line at what they were sold for: what the seller took off the price is off
    its net amount; what the market pays of it is not."""
    gross, tax = _money_of(line, part)
    includes_tax = order.prices_include_tax
    asked = gross if includes_tax else gross - tax
    return _line(
        (LineSubject.ITEM, line.name_ar, line.name_en, part.quantity),
        (line.unit, _own_discount(line, part, asked, includes_tax=includes_tax), asked),
        tax,
        (line.tax_category.value, line.tax_bp),
        includes_tax=includes_tax,
    )


def _marked(line: InvoiceLine, mark: GoodsMark | None) -> InvoiceLine:
    told = mark or UNMARKED
    return replace(line, code=told.code, gtin=told.gtin, nature=told.nature)


def _reduction(line: OrderLineView, part: LineShare, order: OrderView) -> InvoiceLine:
    """A part of a line's price that goes back while its goods stay: one thing of that price."""
    includes_tax = order.prices_include_tax
    gross, tax = _money_of(line, part)
    asked = gross if includes_tax else gross - tax
    names = (f"تخفيض السعر: {line.name_ar}", f"Price reduction: {line.name_en}")
    return _line(
        (LineSubject.ITEM, *names, 1),
        (asked, zero(asked.currency), asked),
        tax,
        (line.tax_category.value, line.tax_bp),
        includes_tax=includes_tax,
    )


def _money_of(line: OrderLineView, part: LineShare) -> tuple[Money, Money]:
    """(with tax, the tax): of the buyer and of the market together."""
    currency = line.unit.currency
    return (
        Money(part.items_minor + part.support_minor, currency),
        Money(part.tax_minor + part.support_tax_minor, currency),
    )


def _own_discount(
    line: OrderLineView, part: LineShare, asked: Money, *, includes_tax: bool
) -> Money:
    """Parts of a line are rounded down, so a price that the market alone lowered may miss a unit:
    that is no discount of the seller's."""
    with_market = line.support_minor - (0 if includes_tax else line.support_tax_minor)
    off = line.unit * part.quantity - asked
    has_own = line.discount_minor > (with_market if part.support_minor else 0)
    return off if has_own and off.minor > 0 else zero(off.currency)


def _beside(order: OrderView, share: Share, supported: tuple[int, int]) -> list[InvoiceLine]:
    """Delivery and fee, where there are any; of the delivery the market may pay a part."""
    minor, tax = supported
    delivery = (order.delivery_category.value, order.delivery_bp)
    fee = (order.fee_category.value, order.fee_bp)
    told = (
        (
            LineSubject.DELIVERY,
            share.delivery_minor + minor,
            (order.delivery_tax_minor if share.delivery_minor else 0) + tax,
            delivery,
        ),
        (LineSubject.FEE, share.fee_minor, order.fee_tax_minor, fee),
    )
    return [
        _charge(subject, Money(minor, share.currency), Money(tax, share.currency), how, order)
        for subject, minor, tax, how in told
        if minor
    ]


def _charge(
    subject: LineSubject, gross: Money, tax: Money, how: tuple[str, int], order: OrderView
) -> InvoiceLine:
    includes_tax = order.prices_include_tax
    asked = gross if includes_tax else gross - tax
    prices = (asked, zero(asked.currency), asked)
    return _line((subject, "", "", 1), prices, tax, how, includes_tax=includes_tax)


def _line(
    what: tuple[LineSubject, str, str, int],
    asked_for: tuple[Money, Money, Money],
    tax: Money,
    how: tuple[str, int],
    *,
    includes_tax: bool,
) -> InvoiceLine:
    """`asked_for` is the price of one, what is off all of them, and what was asked for them."""
    subject, name_ar, name_en, quantity = what
    category, rate_bp = how
    unit, discount, asked = asked_for
    net, gross = (asked - tax, asked) if includes_tax else (asked, asked + tax)
    if not 0 <= tax.minor <= gross.minor:
        raise Unreconciled(f"{tax} of tax in {gross}")
    return InvoiceLine(
        subject, name_ar, name_en, quantity, unit, net, rate_bp, tax, gross, category, discount
    )


def _untaxed(line: InvoiceLine) -> InvoiceLine:
    nothing = zero(line.gross.currency)
    category = TaxCategory.OUTSIDE.value
    return replace(line, net=line.gross, tax_bp=0, tax=nothing, category=category, nature="")


def _cut(text: bytes) -> bytes:
    """At most 255 bytes, never half a letter."""
    return text[:MOST_BYTES].decode(errors="ignore").encode()
