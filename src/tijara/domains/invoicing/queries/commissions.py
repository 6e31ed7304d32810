"""What the market's operator has written to sellers for commission."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    When,
)
from psycopg.sql import SQL

from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.rebuilding import rebuild
from tijara.platform.audits import Findings, compared, proof

from ..models import CommissionInvoice, Filing
from ..shapes import CommissionTotal, Filed, FilingState, InvoiceContent, InvoiceKind, InvoiceView
from .filings import filed

COLUMNS = ("seller_id", "id", "kind", "number", "issued_at", "content", "file_id", "market_id")
MONTHS_BACK = 24


def commissions_of(seller_id: UUID) -> list[InvoiceView]:
    """Of one seller, the newest first."""
    rows = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, seller_id=seller_id)
    return _views(rows.order_by("-month")[:MONTHS_BACK])


def commission_invoice(seller_id: UUID, invoice_id: UUID) -> InvoiceView | None:
    rows = CommissionInvoice.objects.filter(
        owner_id=OPERATOR_ID, seller_id=seller_id, id=invoice_id
    )
    return next(iter(_views(rows)), None)


def commission_invoices(ids: Collection[UUID]) -> list[InvoiceView]:
    return _views(CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, id__in=ids))


def commissions_in(
    month: date,
    *,
    text: str = "",
    state: FilingState | None = None,
    page: int = 1,
    size: int = 30,
) -> Page[InvoiceView]:
    """Of all sellers for a month, in their order; `text` is the start of a number, `state` what the
    authority has said."""
    rows = _of_month(month).filter(number__istartswith=text.strip())
    if state:
        said = Filing.objects.filter(
            seller_id=OuterRef("market_id"), invoice_id=OuterRef("id"), state=state
        )
        rows = rows.filter(Exists(said))
    start = (page - 1) * size
    found = _views(rows.order_by("number")[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def commission_totals(month: date) -> list[CommissionTotal]:
    """By currency; what more went back than was earned counts against the rest."""
    signed = {
        name: Sum(
            Case(
                When(kind=InvoiceKind.COMMISSION_CREDIT, then=-1 * F(field)),
                default=F(field),
                output_field=BigIntegerField(),
            )
        )
        for name, field in (("total", "total_minor"), ("tax", "tax_minor"))
    }
    rows = _of_month(month).order_by("currency").values("currency")
    told = rows.annotate(papers=Count("id"), **signed)
    return [
        CommissionTotal(
            Money(row["total"], row["currency"]), Money(row["tax"], row["currency"]), row["papers"]
        )
        for row in told
    ]


def months_of_commission() -> list[date]:
    """In which anything was written, the newest first."""
    rows = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID).order_by("-month")
    return list(rows.values_list("month", flat=True).distinct()[:MONTHS_BACK])


def _of_month(month: date) -> QuerySet:
    return CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, month=month)


def last_commission_number(market_id: UUID, seller_id: UUID) -> str:
    """Of what a credit note on commission takes back: the last invoice before it."""
    rows = CommissionInvoice.objects.filter(
        owner_id=OPERATOR_ID,
        market_id=market_id,
        seller_id=seller_id,
        kind=InvoiceKind.COMMISSION,
    )
    return rows.order_by("-month").values_list("number", flat=True).first() or ""


def commissions_waiting(most: int) -> list[UUID]:
    """Those that are not printed yet; what an authority has to clear first waits for it."""
    rows = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, file_id=None)
    rows = rows.filter(Q(retry_at=None) | Q(retry_at__lte=now()))
    uncleared = Filing.objects.filter(
        seller_id=OuterRef("market_id"),
        invoice_id=OuterRef("id"),
        needs_clearance=True,
        state=FilingState.WAITING,
    )
    rows = rows.exclude(Exists(uncleared))
    return list(rows.order_by("id").values_list("id", flat=True)[:most])


def commission_months() -> set[tuple[UUID, date]]:
    """(seller id, month) of all that were written."""
    rows = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID)
    return set(rows.values_list("seller_id", "month"))


def _views(rows) -> list[InvoiceView]:
    """An authority's code stands on them, where it has one."""
    found = list(rows.values_list(*COLUMNS))
    standing = filed({row[-1] for row in found}, [row[1] for row in found])
    return [_view(row, standing.get(row[1])) for row in found]


def _view(row: tuple, standing: Filed | None) -> InvoiceView:
    seller_id, invoice_id, kind, number, issued_at, content, file_id, market_id = row
    return InvoiceView(
        seller_id=seller_id,
        id=invoice_id,
        kind=InvoiceKind(kind),
        number=number,
        order_id=invoice_id,
        buyer_id=seller_id,
        issued_at=issued_at,
        content=rebuild(InvoiceContent, content),
        qr=standing.qr if standing else "",
        file_id=file_id,
        filed=standing,
        filer_id=market_id,
    )


@proof("the operator's commission invoices are numbered without a gap")
def commission_serials_proof() -> Findings:
    return compared(
        SQL("""
            SELECT s.kind || ' of market ' || s.market_id, s.last = i.number AND s.last = i.highest
            FROM invoicing_commission_series s
            CROSS JOIN LATERAL (
                SELECT count(*) AS number, coalesce(max(serial), 0) AS highest
                FROM invoicing_commission
                WHERE owner_id = s.owner_id AND market_id = s.market_id AND kind = s.kind) i
        """)
    )
