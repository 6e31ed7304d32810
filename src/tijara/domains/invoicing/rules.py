"""What an invoice says: its lines, its number, its QR code."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import segno
from hijridate import Gregorian

from tijara.domains.fulfilment.shapes import Share
from tijara.domains.orders.shapes import OrderLineView, OrderView
from tijara.domains.returns.shapes import GoodsRefund
from tijara.kit.money import Money, allocate, total, zero

from .shapes import InvoiceKind, InvoiceLine, InvoiceView, LineSubject

WITH_QR = frozenset({"SA"})
"""Countries whose simplified tax invoices carry the code of Saudi Arabia's first phase."""
LETTERS = {InvoiceKind.TAX_INVOICE: "", InvoiceKind.RECEIPT: "R-", InvoiceKind.CREDIT_NOTE: "C-"}
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
    order: OrderView, units: Mapping[UUID, int], share: Share, *, is_taxed: bool
) -> tuple[InvoiceLine, ...]:
    """What of the order was delivered: `units` by line, delivery and fee; `share` is its money.

    Their tax is the share's to the last unit: a line's was frozen at the sale, what is left of the
    order's is that of delivery and fee.
    """
    delivered = [line for line in order.lines if units.get(line.id)]
    taxes = _line_taxes(order, delivered, units, share)
    lines = [
        _line(
            (LineSubject.ITEM, line.name_ar, line.name_en, units[line.id]),
            line.unit * units[line.id],
            Money(tax, share.currency),
            line.tax_bp,
        )
        for line, tax in zip(delivered, taxes, strict=True)
    ]
    rate = max((line.tax_bp for line in order.lines), default=0)
    lines += [
        _line((subject, "", "", 1), gross, tax, rate)
        for subject, gross, tax in _beside(order, share)
    ]
    if sums_of(lines, share.currency)[1:] != share_sums(share):
        raise Unreconciled(f"order {order.number}: its lines are not its share")
    return tuple(lines) if is_taxed else tuple(_untaxed(line) for line in lines)


def credit_lines(
    order: OrderView, refund: GoodsRefund, *, is_taxed: bool
) -> tuple[InvoiceLine, ...]:
    """What goes back: its lines with the money that was frozen for them, delivery and fee."""
    of_order = {line.id: line for line in order.lines}
    currency = refund.share.currency
    lines = []
    for part in refund.parts:
        line = of_order[part.line_id]
        what = (LineSubject.ITEM, line.name_ar, line.name_en, part.quantity)
        gross, tax = Money(part.items_minor, currency), Money(part.tax_minor, currency)
        lines.append(_line(what, gross, tax, line.tax_bp))
    rate = max((line.tax_bp for line in order.lines), default=0)
    lines += [
        _line((subject, "", "", 1), gross, tax, rate)
        for subject, gross, tax in _beside(order, refund.share)
    ]
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
                "net": figures(line.net),
                "rate": f"{line.tax_bp / 100:g}%",
                "tax": figures(line.tax),
                "gross": figures(line.gross),
            }
            for line in content.lines
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


def _line_taxes(
    order: OrderView, delivered: Sequence[OrderLineView], units: Mapping[UUID, int], share: Share
) -> list[int]:
    """Whole lines have their own tax; of lines in part, the largest takes what rounding leaves."""
    taxes = [line.tax.minor * units[line.id] // line.quantity for line in delivered]
    rest = share.tax_minor - _tax_beside(order, share) - sum(taxes)
    if rest:
        in_part = [n for n, line in enumerate(delivered) if units[line.id] < line.quantity]
        if not in_part:
            raise Unreconciled(f"order {order.number}: {rest} of tax belongs to nothing")
        taxes[max(in_part, key=lambda n: taxes[n])] += rest
    return taxes


def _tax_beside(order: OrderView, share: Share) -> int:
    """The tax in delivery and fee, where this share carries them."""
    if not share.delivery_minor + share.fee_minor:
        return 0
    return order.tax.minor - sum(line.tax.minor for line in order.lines)


def _beside(order: OrderView, share: Share) -> list[tuple[LineSubject, Money, Money]]:
    """(what, amount, tax) of delivery and fee, where there are any."""
    told = ((LineSubject.DELIVERY, share.delivery_minor), (LineSubject.FEE, share.fee_minor))
    amounts = [(subject, minor) for subject, minor in told if minor]
    if not amounts:
        return []
    taxes = allocate(_tax_beside(order, share), [minor for _, minor in amounts])
    return [
        (subject, Money(minor, share.currency), Money(tax, share.currency))
        for (subject, minor), tax in zip(amounts, taxes, strict=True)
    ]


def _line(
    what: tuple[LineSubject, str, str, int], gross: Money, tax: Money, tax_bp: int
) -> InvoiceLine:
    subject, name_ar, name_en, quantity = what
    if not 0 <= tax.minor <= gross.minor:
        raise Unreconciled(f"{tax} of tax in {gross}")
    unit = Money(gross.minor // quantity, gross.currency)
    return InvoiceLine(subject, name_ar, name_en, quantity, unit, gross - tax, tax_bp, tax, gross)


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
    )


def _cut(text: bytes) -> bytes:
    """At most 255 bytes, never half a letter."""
    return text[:MOST_BYTES].decode(errors="ignore").encode()
