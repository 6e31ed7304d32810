"""What an invoice says: its lines, its number, its QR code."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
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

from ..shapes import InvoiceKind, InvoiceLine, InvoiceTax, InvoiceView, LineSubject

WITH_QR = frozenset({"SA"})
"""Countries whose simplified tax invoices carry the code of Saudi Arabia's first phase."""
LETTERS = {
    InvoiceKind.TAX_INVOICE: "",
    InvoiceKind.FULL_INVOICE: "B-",
    InvoiceKind.RECEIPT: "R-",
    InvoiceKind.CREDIT_NOTE: "C-",
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
    order: OrderView, parts: Mapping[UUID, LineShare], share: Share, *, is_taxed: bool
) -> tuple[InvoiceLine, ...]:
    """What of the order was delivered, with the money that its parcels had for it: `parts` by line,
    delivery and fee; `share` is all of it. Nothing is calculated here: it was frozen at the sale.
    """
    lines = [_item(line, parts[line.id], order) for line in order.lines if line.id in parts]
    lines += _beside(order, share)
    if sums_of(lines, share.currency)[1:] != share_sums(share):
        raise Unreconciled(f"order {order.number}: its lines are not its share")
    return tuple(lines) if is_taxed else tuple(_untaxed(line) for line in lines)


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
    order: OrderView, refund: GoodsRefund, *, is_taxed: bool
) -> tuple[InvoiceLine, ...]:
    """What goes back: its lines with the money that was frozen for them, delivery and fee."""
    of_order = {line.id: line for line in order.lines}
    currency = refund.share.currency
    lines = [
        (_item if part.quantity else _reduction)(of_order[part.line_id], part, order)
        for part in refund.parts
    ]
    lines += _beside(order, refund.share)
    if sums_of(lines, currency)[1:] != share_sums(refund.share):
        raise Unreconciled(f"order {order.number}: its credit note is not what goes back")
    return tuple(lines) if is_taxed else tuple(_untaxed(line) for line in lines)


def share_sums(share: Share) -> tuple[Money, Money]:
    """(tax, total)."""
    return Money(share.tax_minor, share.currency), Money(share.total_minor, share.currency)


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
        "qr_picture": qr_picture(invoice.qr),
        "currency": currency,
        "currency_ar": CURRENCIES.get(currency, currency),
    }


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
    """So many units of a line at what they were sold for: a discount is off its net amount."""
    currency, includes_tax = line.unit.currency, order.prices_include_tax
    gross, tax = Money(part.items_minor, currency), Money(part.tax_minor, currency)
    asked = gross if includes_tax else gross - tax
    return _line(
        (LineSubject.ITEM, line.name_ar, line.name_en, part.quantity),
        (line.unit, line.unit * part.quantity - asked),
        tax,
        (line.tax_category.value, line.tax_bp),
        includes_tax=includes_tax,
    )


def _reduction(line: OrderLineView, part: LineShare, order: OrderView) -> InvoiceLine:
    """A part of a line's price that goes back while its goods stay: one thing of that price."""
    currency, includes_tax = line.unit.currency, order.prices_include_tax
    gross, tax = Money(part.items_minor, currency), Money(part.tax_minor, currency)
    names = (f"تخفيض السعر: {line.name_ar}", f"Price reduction: {line.name_en}")
    return _line(
        (LineSubject.ITEM, *names, 1),
        (gross if includes_tax else gross - tax, zero(currency)),
        tax,
        (line.tax_category.value, line.tax_bp),
        includes_tax=includes_tax,
    )


def _beside(order: OrderView, share: Share) -> list[InvoiceLine]:
    """Delivery and fee, where there are any."""
    delivery = (order.delivery_category.value, order.delivery_bp)
    fee = (order.fee_category.value, order.fee_bp)
    told = (
        (LineSubject.DELIVERY, share.delivery_minor, order.delivery_tax_minor, delivery),
        (LineSubject.FEE, share.fee_minor, order.fee_tax_minor, fee),
    )
    return [
        _line(
            (subject, "", "", 1),
            (
                Money(minor if order.prices_include_tax else minor - tax, share.currency),
                zero(share.currency),
            ),
            Money(tax, share.currency),
            how,
            includes_tax=order.prices_include_tax,
        )
        for subject, minor, tax, how in told
        if minor
    ]


def _line(
    what: tuple[LineSubject, str, str, int],
    asked_for: tuple[Money, Money],
    tax: Money,
    how: tuple[str, int],
    *,
    includes_tax: bool,
) -> InvoiceLine:
    """`asked_for` is the price of one and what is off all of them."""
    subject, name_ar, name_en, quantity = what
    category, rate_bp = how
    unit, discount = asked_for
    asked = unit * quantity - discount
    net, gross = (asked - tax, asked) if includes_tax else (asked, asked + tax)
    if not 0 <= tax.minor <= gross.minor:
        raise Unreconciled(f"{tax} of tax in {gross}")
    return InvoiceLine(
        subject, name_ar, name_en, quantity, unit, net, rate_bp, tax, gross, category, discount
    )


def _untaxed(line: InvoiceLine) -> InvoiceLine:
    nothing = zero(line.gross.currency)
    return InvoiceLine(
        line.subject,
        line.name_ar,
        line.name_en,
        line.quantity,
        line.unit,
        line.gross,
        0,
        nothing,
        line.gross,
        TaxCategory.OUTSIDE.value,
        line.discount,
    )


def _cut(text: bytes) -> bytes:
    """At most 255 bytes, never half a letter."""
    return text[:MOST_BYTES].decode(errors="ignore").encode()
