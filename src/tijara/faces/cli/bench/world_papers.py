"""The papers of a bench's order: its invoice, and the note that takes it back. They carry no code
and lie at no press: a world is measured, not printed."""

from datetime import datetime
from functools import lru_cache
from uuid import UUID

from hijridate import Gregorian
from psycopg.types.json import Jsonb

from .world_sale import DELIVERY, Ids, Sale, Tables, tax_in

INVOICE, NOTE = "tax_invoice", "credit_note"
LETTERS = {INVOICE: "", NOTE: "C-"}
ZONE = "Asia/Riyadh"


class Series:
    """How far each seller has counted his papers, by (seller, kind)."""

    def __init__(self, last: dict[tuple[UUID, str], int]) -> None:
        self._last = last

    def next(self, seller_id: UUID, kind: str) -> int:
        self._last[seller_id, kind] = self._last.get((seller_id, kind), 0) + 1
        return self._last[seller_id, kind]

    def rows(self, ids: Ids, at: datetime, others: set[tuple[UUID, str]]) -> list[dict]:
        """Those of `others` stand already."""
        return [
            {"seller_id": seller_id, "id": ids.at(at), "kind": kind, "last": last}
            for (seller_id, kind), last in sorted(self._last.items())
            if (seller_id, kind) not in others
        ]


def paper_rows(sale: Sale, market, issuers: dict[UUID, dict], ids: Ids, tables: Tables,
               series: Series) -> None:  # fmt: skip
    if sale.arrived_at is None:
        return
    invoice = _paper(sale, market, issuers[sale.seller_id], ids, series, None)
    tables["invoicing_invoice"].append(invoice)
    if sale.state == "refunded":
        note = _paper(sale, market, issuers[sale.seller_id], ids, series, invoice)
        note["refund_id"] = tables["returns_owed"][-1]["id"]
        tables["invoicing_invoice"].append(note)


def _paper(sale: Sale, market, issuer: dict, ids: Ids, series: Series, about: dict | None) -> dict:
    kind, at = (NOTE, sale.ended_at) if about else (INVOICE, sale.arrived_at or sale.ended_at)
    serial = series.next(sale.seller_id, kind)
    content = _content(sale, market.currency, issuer, at)
    if about:
        content |= {"about_number": about["number"], "credit": None}
    return {
        "seller_id": sale.seller_id,
        "id": ids.at(at),
        "kind": kind,
        "serial": serial,
        "number": f"{market.invoice_prefix}-{LETTERS[kind]}{serial:06d}",
        "is_credit": about is not None,
        "order_id": sale.id,
        "refund_id": None,
        "note_id": None,
        "buyer_id": sale.buyer.id,
        "issued_at": at,
        "currency": market.currency,
        "total_minor": sale.total,
        "tax_minor": sale.tax,
        "content": Jsonb(content),
        "qr": "",
    }


def _content(sale: Sale, currency: str, issuer: dict, at: datetime) -> dict:
    def money(minor: int) -> dict:
        return {"minor": minor, "currency": currency}

    def line(subject: str, names: tuple[str, str], units: int, gross: int, tax: int) -> dict:
        return {
            "subject": subject,
            "name_ar": names[0],
            "name_en": names[1],
            "quantity": units,
            "unit": money(gross // units),
            "net": money(gross - tax),
            "tax_bp": 1500,
            "tax": money(tax),
            "gross": money(gross),
            "category": "S",
            "discount": money(0),
        }

    lines = [
        line("item", (one.good.name_ar, one.good.name_en), one.units, one.total, one.tax)
        for one in sale.lines
    ]
    lines.append(line("delivery", ("التوصيل", "Delivery"), 1, DELIVERY, tax_in(DELIVERY)))
    if sale.fee:
        fee = ("رسوم الدفع عند الاستلام", "Cash on delivery fee")
        lines.append(line("fee", fee, 1, sale.fee, tax_in(sale.fee)))
    net, tax, total = money(sale.total - sale.tax), money(sale.tax), money(sale.total)
    whole = {"category": "S", "rate_bp": 1500, "net": net, "tax": tax}
    reasons = dict.fromkeys(("reason_ar", "reason_en", "reason_fr", "reason_code"), "")
    return {
        "issuer": issuer,
        "buyer_name": sale.buyer.name,
        "buyer_place": "",
        "order_number": sale.number,
        "payment_method": sale.method,
        "language": "ar",
        "country": "SA",
        "time_zone": ZONE,
        "ordered_on": sale.placed_at.date().isoformat(),
        "issued_on": at.date().isoformat(),
        "issued_on_hijri": _hijri(at.year, at.month, at.day),
        "lines": lines,
        "net": net,
        "tax": tax,
        "total": total,
        "about_number": "",
        "company": None,
        "taxes": [whole | reasons],
        "prices_include_tax": True,
        "supported": money(0),
        "supported_tax": money(0),
        "credit": money(0),
        "reason": "",
    }


@lru_cache(4096)
def _hijri(year: int, month: int, day: int) -> str:
    return Gregorian(year, month, day).to_hijri().isoformat()
