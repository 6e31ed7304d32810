"""Invoices for their seller, their buyer and staff; the proofs about them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import QuerySet
from django.template.loader import render_to_string
from psycopg.sql import SQL

from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import keys_by_number
from tijara.domains.parties.queries import markets_of
from tijara.domains.returns.queries import goods_refunds, returns_of_order
from tijara.domains.returns.shapes import CarriageEnd
from tijara.kit.arabic import ascii_digits
from tijara.kit.clock import now
from tijara.kit.money import Money, total
from tijara.kit.page import Page
from tijara.kit.rebuilding import rebuild
from tijara.kit.rounds import ALWAYS, Span
from tijara.platform import files
from tijara.platform.audits import Findings, compared, proof
from tijara.platform.files import StoredFile

from ..models import Invoice, InvoicePrint
from ..rules import debit_content, debit_faults, facts_of_sheet, tidy_note
from ..rules import qr_picture as draw_qr
from ..shapes import (
    UNABLE,
    DebitToWrite,
    Filed,
    InvoiceContent,
    InvoiceKind,
    InvoiceRow,
    InvoiceView,
)
from .claims import debit_way
from .filings import filed
from .sheets import look_of

MOST_FOUND = 500
"""Of one number's beginning."""
WHOLE = (
    "seller_id", "id", "kind", "number", "order_id", "buyer_id", "issued_at", "content", "qr",
)  # fmt: skip
ROW = (
    "seller_id", "id", "kind", "number", "order_id", "content__order_number",
    "content__buyer_name", "issued_at", "total_minor", "tax_minor", "currency",
)  # fmt: skip
MISSING = """
    SELECT o.seller_id, o.id, NULL::uuid AS refund_id, o.moved_at AS since
    FROM orders_order o
    WHERE o.state IN ('delivered', 'refunded')
      AND o.placed_at >= %(since)s AND o.placed_at < %(until)s
      AND NOT EXISTS (SELECT 1 FROM invoicing_invoice i
                      WHERE i.seller_id = o.seller_id AND i.order_id = o.id AND NOT i.is_credit)
      AND (%(with_held)s OR NOT EXISTS (
          SELECT 1 FROM invoicing_held h
          WHERE h.seller_id = o.seller_id AND h.order_id = o.id AND h.refund_id IS NULL))
      AND NOT EXISTS (SELECT 1 FROM outbox_event e
                      WHERE e.owner_id = o.seller_id AND e.name = 'orders.order_delivered.v1'
                        AND e.delivered_at IS NULL AND e.body ->> 'order_id' = o.id::text)
    UNION ALL
    SELECT w.seller_id, w.order_id, w.id, w.opened_at
    FROM returns_owed w
    JOIN orders_order o ON o.seller_id = w.seller_id AND o.id = w.order_id
      AND o.placed_at >= %(since)s AND o.placed_at < %(until)s
    WHERE w.cause IN ('returned', 'exchanged', 'reduced')
      AND o.state IN ('delivered', 'refunded')
      AND NOT EXISTS (SELECT 1 FROM outbox_event e
                      WHERE e.owner_id = o.seller_id AND e.name = 'orders.order_delivered.v1'
                        AND e.delivered_at IS NULL AND e.body ->> 'order_id' = o.id::text)
      AND NOT EXISTS (SELECT 1 FROM invoicing_invoice i
                      WHERE i.seller_id = w.seller_id AND i.refund_id = w.id)
      AND (%(with_held)s OR NOT EXISTS (
          SELECT 1 FROM invoicing_held h WHERE h.seller_id = w.seller_id AND h.refund_id = w.id))
      AND NOT EXISTS (SELECT 1 FROM outbox_event e
                      WHERE e.owner_id = w.seller_id AND e.name = 'returns.goods_refunded.v1'
                        AND e.delivered_at IS NULL AND e.body ->> 'refund_id' = w.id::text)
    UNION ALL
    SELECT r.seller_id, r.order_id, r.id, r.moved_at
    FROM returns_return r
    JOIN orders_order o ON o.seller_id = r.seller_id AND o.id = r.order_id
      AND o.placed_at >= %(since)s AND o.placed_at < %(until)s
    WHERE r.carriage_end = 'charged'
      AND o.state IN ('delivered', 'refunded')
      AND NOT EXISTS (SELECT 1 FROM outbox_event e
                      WHERE e.owner_id = o.seller_id AND e.name = 'orders.order_delivered.v1'
                        AND e.delivered_at IS NULL AND e.body ->> 'order_id' = o.id::text)
      AND NOT EXISTS (SELECT 1 FROM invoicing_invoice i
                      WHERE i.seller_id = r.seller_id AND i.note_id = r.id)
      AND (%(with_held)s OR NOT EXISTS (
          SELECT 1 FROM invoicing_held h WHERE h.seller_id = r.seller_id AND h.refund_id = r.id))
      AND NOT EXISTS (SELECT 1 FROM outbox_event e
                      WHERE e.owner_id = r.seller_id AND e.name = 'returns.carriage_charged.v1'
                        AND e.delivered_at IS NULL AND e.body ->> 'return_id' = r.id::text)
    ORDER BY since LIMIT %(most)s
"""
MOST_MISSING = 200


def invoice(seller_id: UUID, invoice_id: UUID) -> InvoiceView | None:
    return invoices([(seller_id, invoice_id)]).get(invoice_id)


def invoices(keys: Sequence[tuple[UUID, UUID]]) -> dict[UUID, InvoiceView]:
    """Whole invoices by (seller id, invoice id)."""
    wanted = set(keys)
    rows = Invoice.objects.filter(
        seller_id__in={seller for seller, _ in wanted}, id__in={one for _, one in wanted}
    )
    return {view.id: view for view in _views(rows) if (view.seller_id, view.id) in wanted}


def invoices_of_order(seller_id: UUID, order_id: UUID) -> list[InvoiceView]:
    """The invoice first, then the credit notes that take it back."""
    return _views(Invoice.objects.filter(seller_id=seller_id, order_id=order_id))


def main_invoice(seller_id: UUID, order_id: UUID) -> InvoiceView | None:
    """The one that was written for the order itself."""
    rows = Invoice.objects.filter(seller_id=seller_id, order_id=order_id)
    return next(iter(_views(rows.filter(is_credit=False, note_id=None))), None)


def debit_note_faults(about: InvoiceView, note: DebitToWrite) -> dict[str, str]:
    """What can't be written like this: a code by field."""
    return debit_faults(about.content, tidy_note(note))


def debit_draft(about: InvoiceView, note: DebitToWrite) -> InvoiceView:
    """The debit note as it would be written now: without a number, and kept nowhere."""
    zone = ZoneInfo(about.content.time_zone)
    note = tidy_note(note)
    today, currency = now().astimezone(zone).date(), about.content.total.currency
    asked = total(list(note.more.values()), currency)
    content = debit_content(
        about.content,
        about.number,
        note,
        today,
        is_paid_here=debit_way(about.seller_id, asked) is not None,
    )
    return replace(
        about,
        id=note.id,
        kind=InvoiceKind.DEBIT_NOTE,
        number="",
        issued_at=now(),
        content=content,
        qr="",
        file_id=None,
        filed=None,
    )


def invoices_of_seller(
    seller_id: UUID, *, text: str = "", page: int = 1, size: int = 30
) -> Page[InvoiceRow]:
    """The newest first. `text` is the start of an invoice's or of its order's number."""
    return _page(Invoice.objects.filter(seller_id=seller_id), text, page, size)


def all_invoices(*, text: str = "", page: int = 1, size: int = 30) -> Page[InvoiceRow]:
    """The invoices of all sellers, for staff."""
    return _page(Invoice.objects.all(), text, page, size)


def sheet_of(invoice: InvoiceView) -> str:
    """What goes to the printer: in the look of the market that it was sold in, as that is now."""
    market = market_by_id(markets_of([invoice.seller_id])[invoice.seller_id])
    facts = {"invoice": invoice, **facts_of_sheet(invoice), **look_of(market)}
    return render_to_string("invoicing/messages/sheet.html", facts)


def qr_picture(invoice: InvoiceView) -> str:
    """The address of a picture of its code, which is in the address itself; empty without one."""
    return draw_qr(invoice.qr)


def pdf_of(invoice: InvoiceView) -> StoredFile | None:
    """None until it is printed."""
    return files.find(invoice.seller_id, invoice.file_id) if invoice.file_id else None


def is_unprintable(invoice: InvoiceView) -> bool:
    """Whether it was tried, and nothing comes out of the printer until somebody mends it."""
    return InvoicePrint.objects.filter(
        seller_id=invoice.seller_id, invoice_id=invoice.id, file_id=None, last_error=UNABLE
    ).exists()


def missing_invoices(
    *, with_held: bool = True, span: Span = ALWAYS
) -> list[tuple[UUID, UUID, UUID | None]]:
    """(seller id, order id, the refund's id if it is a credit note, the return's if its carriage
    was charged) of what nobody is about to write, of the orders that were placed in the span."""
    with connection.cursor() as cursor:
        given = {"with_held": with_held, "since": span[0], "until": span[1], "most": MOST_MISSING}
        cursor.execute(MISSING, given)
        return [row[:3] for row in cursor.fetchall()]


def missing_notes(seller_id: UUID, order_id: UUID) -> list[UUID]:
    """The refunds of an order's goods, and its returns whose carriage was charged, that have no
    note; the oldest first."""
    rows = Invoice.objects.filter(seller_id=seller_id, order_id=order_id)
    known = {one for row in rows.values_list("refund_id", "note_id") for one in row}
    gone = [one.id for one in goods_refunds(seller_id, order_id)]
    if not gone:
        return []
    told = returns_of_order(seller_id, order_id)
    charged = [one.id for one in told if one.carriage_end is CarriageEnd.CHARGED]
    return [one for one in (*gone, *charged) if one not in known]


def _views(rows) -> list[InvoiceView]:
    """An authority's code stands before ours."""
    found = list(rows.order_by("issued_at", "id").values_list(*WHOLE))
    sellers, ids = {row[0] for row in found}, [row[1] for row in found]
    printed, standing = _files(sellers, ids), filed(sellers, ids)
    return [_view(row, printed.get(row[1]), standing.get(row[1])) for row in found]


def _view(row: tuple, file_id: UUID | None, standing: Filed | None) -> InvoiceView:
    seller_id, invoice_id, kind, number, order_id, buyer_id, issued_at, content, qr = row
    return InvoiceView(
        seller_id=seller_id,
        id=invoice_id,
        kind=InvoiceKind(kind),
        number=number,
        order_id=order_id,
        buyer_id=buyer_id,
        issued_at=issued_at,
        content=rebuild(InvoiceContent, content),
        qr=(standing.qr if standing else "") or qr,
        file_id=file_id,
        filed=standing,
    )


def _files(seller_ids: Iterable[UUID], invoice_ids: Iterable[UUID]) -> dict[UUID, UUID | None]:
    prints = InvoicePrint.objects.filter(
        seller_id__in=set(seller_ids), invoice_id__in=list(invoice_ids)
    )
    return dict(prints.values_list("invoice_id", "file_id"))


def _page(rows: QuerySet, text: str, page: int, size: int) -> Page[InvoiceRow]:
    if text := text.strip():
        rows = _numbered(rows, text)
    start = (page - 1) * size
    found = rows.order_by("-issued_at", "-id").values_list(*ROW)[start : start + size + 1]
    rows = list(found)
    standing = filed({row[0] for row in rows}, [row[1] for row in rows])
    listed = [_row(row, standing.get(row[1])) for row in rows]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def _numbered(rows: QuerySet, text: str) -> QuerySet:
    """Each number is looked for along its own index: beside a list's order the server would go
    along that, because it can't guess how rare a number is."""
    own = rows.filter(number__startswith=ascii_digits(text).upper())
    orders = keys_by_number(text, most=MOST_FOUND)
    of_orders = rows.filter(
        seller_id__in={seller for seller, _order in orders},
        order_id__in=[order for _seller, order in orders],
    )
    keys = [*own.values_list("seller_id", "id")[:MOST_FOUND],
            *of_orders.values_list("seller_id", "id")[:MOST_FOUND]]  # fmt: skip
    return rows.filter(seller_id__in={one[0] for one in keys}, id__in=[one[1] for one in keys])


def _row(row: tuple, standing: Filed | None) -> InvoiceRow:
    seller_id, invoice_id, kind, number, order_id, order_number, buyer_name, issued_at = row[:8]
    total_minor, tax_minor, currency = row[8:]
    return InvoiceRow(
        seller_id=seller_id,
        id=invoice_id,
        kind=InvoiceKind(kind),
        number=number,
        order_id=order_id,
        order_number=order_number,
        buyer_name=buyer_name,
        issued_at=issued_at,
        total=Money(total_minor, currency),
        tax=Money(tax_minor, currency),
        filed=standing,
    )


@proof("the invoices of every seller are numbered without a gap")
def serials_proof() -> Findings:
    return compared(
        SQL("""
            SELECT s.kind || ' of ' || s.seller_id, s.last = i.number AND s.last = i.highest
            FROM invoicing_series s
            CROSS JOIN LATERAL (
                SELECT count(*) AS number, coalesce(max(serial), 0) AS highest
                FROM invoicing_invoice WHERE seller_id = s.seller_id AND kind = s.kind) i
        """)
    )


@proof("every invoice says what was delivered, every credit note what goes back, line by line")
def sums_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'invoice ' || i.number,
                   i.total_minor = s.total + coalesce(m.support, 0) AND l.gross = i.total_minor
                   AND coalesce(m.support = s.support, true)
                   AND l.tax = i.tax_minor AND l.net + l.tax = l.gross
                   AND i.tax_minor = CASE WHEN i.content #>> '{issuer,vat_number}' = '' THEN 0
                                          ELSE s.tax + coalesce(m.tax, 0) END
                   AND coalesce(t.net + t.tax = i.total_minor AND t.tax = i.tax_minor
                                AND t.fine, true)
            FROM invoicing_invoice i
            CROSS JOIN LATERAL (
                SELECT sum(items_minor + delivery_minor + fee_minor) AS total,
                       sum(tax_minor) AS tax, sum(support_minor) AS support
                FROM fulfilment_shipment
                WHERE seller_id = i.seller_id AND order_id = i.order_id AND outcome = 'delivered'
                HAVING NOT i.is_credit AND i.note_id IS NULL
                UNION ALL
                SELECT i.total_minor, i.tax_minor, 0 WHERE i.note_id IS NOT NULL
                UNION ALL
                SELECT amount_minor, tax_minor, support_minor FROM returns_owed
                WHERE seller_id = i.seller_id AND id = i.refund_id) s
            CROSS JOIN LATERAL (
                SELECT (i.content #>> '{supported,minor}')::bigint AS support,
                       (i.content #>> '{supported_tax,minor}')::bigint AS tax) m
            CROSS JOIN LATERAL (
                SELECT sum((line #>> '{gross,minor}')::bigint) AS gross,
                       sum((line #>> '{net,minor}')::bigint) AS net,
                       sum((line #>> '{tax,minor}')::bigint) AS tax
                FROM jsonb_array_elements(i.content -> 'lines') AS line) l
            CROSS JOIN LATERAL (
                SELECT sum((part #>> '{net,minor}')::bigint) AS net,
                       sum((part #>> '{tax,minor}')::bigint) AS tax,
                       bool_and((part #>> '{tax,minor}')::bigint = (
                           SELECT sum((line #>> '{tax,minor}')::bigint)
                           FROM jsonb_array_elements(i.content -> 'lines') AS line
                           WHERE line ->> 'category' = part ->> 'category'
                             AND line ->> 'tax_bp' = part ->> 'rate_bp')) AS fine
                FROM jsonb_array_elements(i.content -> 'taxes') AS part) t
        """)
    )


@proof("no order's credit notes take back more than its invoice says")
def credits_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || order_id,
                   sum(total_minor) FILTER (WHERE is_credit)
                       <= coalesce(sum(total_minor) FILTER (WHERE NOT is_credit), 0)
               AND sum(tax_minor) FILTER (WHERE is_credit)
                       <= coalesce(sum(tax_minor) FILTER (WHERE NOT is_credit), 0)
            FROM invoicing_invoice GROUP BY seller_id, order_id HAVING bool_or(is_credit)
        """)
    )


@proof("every delivered order has its invoice, every refund and charged carriage its note")
def issued_proof() -> Findings:
    """What is held until it keeps an authority's rules waits at the invoice desk."""
    missing = missing_invoices(with_held=False)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM invoicing_invoice")
        (checked,) = cursor.fetchone()
    return Findings(checked + len(missing), [f"order {order_id}" for _, order_id, _ in missing])
