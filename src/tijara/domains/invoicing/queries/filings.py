"""Electronic documents: what was sent, what the authority said, what is held back."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, tzinfo
from uuid import UUID

from django.db.models import Count, Min, Q
from django.db.models.functions import TruncDate
from psycopg.sql import SQL

from tijara.kit.arabic import ascii_digits
from tijara.kit.en16931 import SemanticInvoice, ubl
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.rebuilding import rebuild
from tijara.platform.audits import Findings, compared, proof

from ..models import CommissionInvoice, Filing, Held, HeldCommission, Invoice
from ..rules import semantic_invoice
from ..shapes import (
    DayOfAnswers,
    DeskFigures,
    Enclosure,
    Filed,
    FilingState,
    FilingView,
    HeldView,
    InvoiceContent,
    InvoiceKind,
    InvoiceView,
    Paper,
    Remark,
    UnitFacts,
    UnitState,
)
from .units import authority_called, rules_broken, unit_of

COLUMNS = (
    "seller_id", "id", "invoice_id", "authority", "state", "counter", "uuid", "hash",
    "needs_clearance", "written_at", "answered_at", "attempts", "retry_at", "last_error", "errors",
    "warnings", "ending", "replaces", "is_healed",
)  # fmt: skip
PAPER = ("id", "number", "kind", "total_minor", "currency", "seller_id")


def paper_of(seller_id: UUID, invoice_id: UUID) -> Paper:
    """What an electronic document is written of; commission's, by its market."""
    names = ("kind", "number", "issued_at", "content")
    rows = Invoice.objects.filter(seller_id=seller_id, id=invoice_id).values_list(*names)
    found = rows.first() or CommissionInvoice.objects.values_list(*names).get(
        owner_id=OPERATOR_ID, market_id=seller_id, id=invoice_id
    )
    kind, number, issued_at, content = found
    told = rebuild(InvoiceContent, content)
    return Paper(seller_id, InvoiceKind(kind), number, issued_at, told)


def told_of(paper: Paper, uuid: UUID, facts: UnitFacts) -> SemanticInvoice:
    """A paper as the authority is told of it: a note names what it knows the invoice by."""
    told = semantic_invoice(paper.kind, paper.number, uuid, paper.issued_at, paper.content, facts)
    if told.preceding is None:
        return told
    about = {"number": told.preceding.number}
    rows = Invoice.objects.filter(seller_id=paper.seller_id, **about)
    ids = list(rows.values_list("id", flat=True)[:1])
    if paper.kind is InvoiceKind.COMMISSION_CREDIT:
        of_market = CommissionInvoice.objects.filter(
            owner_id=OPERATOR_ID, market_id=paper.seller_id, **about
        )
        ids = list(of_market.values_list("id", flat=True)[:1])
    standing = Filing.objects.filter(seller_id=paper.seller_id, invoice_id__in=ids)
    told_by = standing.exclude(state=FilingState.CORRECTED).values_list("mark", "hash").first()
    mark = (told_by[0] or told_by[1]) if told_by else ""
    return replace(told, preceding=replace(told.preceding, mark=mark))


def filing_faults(paper: Paper) -> tuple[Remark, ...] | None:
    """None where no authority gets a document of it: one does of who has a VAT number, once he is
    enrolled. Else the rules that it breaks: it is looked at before it has a number, because one
    that is turned away would leave a gap."""
    unit = unit_of(paper.seller_id) if paper.content.issuer.vat_number else None
    if unit is None or unit.state is not UnitState.READY:
        return None
    authority = authority_called(unit.authority, unit.fields)
    draft = told_of(paper, new_id(), unit.facts)
    return rules_broken(authority, draft) if authority.takes(draft) else None


def all_filings(
    *, state: str = "", text: str = "", page: int = 1, size: int = 30
) -> Page[FilingView]:
    """Of all sellers, the newest first. `text` is the start of an invoice's number."""
    rows = Filing.objects.filter(state=state) if state else Filing.objects.all()
    if text := text.strip():
        text = ascii_digits(text).upper()
        some = Invoice.objects.filter(number__startswith=text).values_list("id", flat=True)
        of_market = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, number__startswith=text)
        ids = [*some[:500], *of_market.values_list("id", flat=True)[:500]]
        rows = rows.filter(invoice_id__in=ids)
    start = (page - 1) * size
    found = _views(rows.order_by("-written_at", "-id")[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def filing(seller_id: UUID, filing_id: UUID) -> FilingView | None:
    return next(iter(_views(Filing.objects.filter(seller_id=seller_id, id=filing_id))), None)


def replacement_of(seller_id: UUID, filing_id: UUID) -> UUID | None:
    """The document that was written in the place of a rejected one."""
    rows = Filing.objects.filter(seller_id=seller_id, replaces=filing_id)
    return rows.values_list("id", flat=True).first()


def document_of(seller_id: UUID, filing_id: UUID) -> str:
    """As it was sent, or as the authority has stamped it."""
    rows = Filing.objects.filter(seller_id=seller_id, id=filing_id)
    return rows.values_list("document", flat=True).first() or ""


def filed(seller_ids: Collection[UUID], invoice_ids: Collection[UUID]) -> dict[UUID, Filed]:
    """The document that stands for each invoice, without its text."""
    rows = Filing.objects.filter(seller_id__in=seller_ids, invoice_id__in=invoice_ids)
    rows = rows.exclude(state=FilingState.CORRECTED)
    return {
        invoice_id: Filed(filing_id, FilingState(state), needs_clearance, qr)
        for invoice_id, filing_id, state, needs_clearance, qr in rows.values_list(
            "invoice_id", "id", "state", "needs_clearance", "qr"
        )
    }


def enclosures(views: Collection[InvoiceView]) -> dict[UUID, tuple[Enclosure, ...]]:
    """What is enclosed in the PDF of each invoice with a tax: its electronic document, or where no
    authority has one, the plain one of EN 16931."""
    rows = Filing.objects.filter(
        seller_id__in={one.filer for one in views}, invoice_id__in=[one.id for one in views]
    )
    rows = rows.exclude(state__in=(FilingState.CORRECTED, FilingState.REJECTED))
    sent = {row[0]: row[1:] for row in rows.values_list("invoice_id", "document", "ending")}
    found: dict[UUID, tuple[Enclosure, ...]] = {}
    for one in views:
        if one.id in sent:
            document, ending = sent[one.id]
            found[one.id] = (Enclosure(f"{one.number}.{ending}", document),)
        else:
            found[one.id] = plain_enclosures(one)
    return found


def plain_enclosures(view: InvoiceView) -> tuple[Enclosure, ...]:
    """What is enclosed in a PDF where no authority has a document of it."""
    document = plain_document(view)
    return (Enclosure(f"{view.number}.xml", document),) if document else ()


def plain_document(view: InvoiceView) -> str:
    """Nothing for a receipt, which shows no tax."""
    if not view.is_taxed:
        return ""
    told = semantic_invoice(view.kind, view.number, view.id, view.issued_at, view.content)
    return ubl.plain(told).decode()


def held_papers() -> list[HeldView]:
    """What waits for a correction before it gets a number, for staff: the newest first."""
    names = ("seller_id", "order_id", "refund_id", "order_number", "remarks", "held_at")
    rows = Held.objects.order_by("-held_at").values_list(*names)[:200]
    found = [
        HeldView(seller_id, order_id, refund_id, number, _remarks(remarks), held_at)
        for seller_id, order_id, refund_id, number, remarks, held_at in rows
    ]
    return _held_commissions() + found


def _held_commissions() -> list[HeldView]:
    names = ("market_id", "seller_id", "month", "remarks", "held_at")
    rows = HeldCommission.objects.filter(owner_id=OPERATOR_ID).order_by("-held_at")
    return [
        HeldView(market_id, None, None, f"{month:%Y-%m}", _remarks(remarks), held_at, seller_id)
        for market_id, seller_id, month, remarks, held_at in rows.values_list(*names)[:200]
    ]


def desk_figures() -> DeskFigures:
    counts = Filing.objects.values_list("state").annotate(Count("id")).order_by()
    oldest = Filing.objects.filter(state=FilingState.WAITING).aggregate(Min("written_at"))
    held = Held.objects.count() + HeldCommission.objects.filter(owner_id=OPERATOR_ID).count()
    healed = Filing.objects.filter(is_healed=True).count()
    return DeskFigures(dict(counts), held, oldest["written_at__min"], healed)


def days_of_answers(since: datetime, zone: tzinfo) -> list[DayOfAnswers]:
    """Of the documents that were written since then, by the day of their writing; a day without
    one is missing. Who was answered by a new document was rejected before."""
    rows = Filing.objects.filter(written_at__gte=since).order_by()
    is_taken = Q(state__in=(FilingState.ACCEPTED, FilingState.WARNED))
    is_rejected = Q(state__in=(FilingState.REJECTED, FilingState.CORRECTED))
    counted = (
        rows.annotate(day=TruncDate("written_at", tzinfo=zone))
        .values("day")
        .annotate(taken=Count("id", filter=is_taken), rejected=Count("id", filter=is_rejected))
        .order_by("day")
    )
    return [DayOfAnswers(**row) for row in counted]


def papers_to_mend() -> tuple[int, int]:
    """How many the authority has rejected, and how many are held before they have a number."""
    return Filing.objects.filter(state=FilingState.REJECTED).count(), Held.objects.count()


def _views(rows) -> list[FilingView]:
    found = list(rows.values_list(*COLUMNS))
    owners, ids = {row[0] for row in found}, {row[2] for row in found}
    papers = Invoice.objects.filter(seller_id__in=owners, id__in=ids)
    told = {paper[0]: paper[1:] for paper in papers.values_list(*PAPER)}
    if len(told) < len(ids):
        of_market = CommissionInvoice.objects.filter(
            owner_id=OPERATOR_ID, market_id__in=owners, id__in=ids
        )
        told |= {paper[0]: paper[1:] for paper in of_market.values_list(*PAPER)}
    return [_view(dict(zip(COLUMNS, row, strict=True)), *told[row[2]]) for row in found]


def _view(
    told: dict, number: str, kind: str, total_minor: int, currency: str, paper_of: UUID
) -> FilingView:
    return FilingView(
        **{
            **told,
            "state": FilingState(told["state"]),
            "errors": _remarks(told["errors"]),
            "warnings": _remarks(told["warnings"]),
        },
        number=number,
        kind=InvoiceKind(kind),
        total=Money(total_minor, currency),
        paper_of=paper_of,
    )


def _remarks(told: list) -> tuple[Remark, ...]:
    return tuple(rebuild(Remark, one) for one in told)


@proof("the electronic documents of every unit are counted without a gap, each on the one before")
def chains_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'document ' || f.counter || ' of unit ' || f.unit_id,
                   f.counter = f.place AND f.counter <= u.counter
                   AND (NOT f.is_linked OR f.before = coalesce(f.previous, '')
                        AND (f.link < f.links OR f.hash = u.last_hash))
            FROM (SELECT seller_id, unit_id, counter, before, hash, is_linked,
                         row_number() OVER whole AS place, lag(hash) OVER chain AS previous,
                         row_number() OVER chain AS link, count(*) OVER links AS links
                  FROM invoicing_filing
                  WINDOW whole AS (PARTITION BY seller_id, unit_id ORDER BY counter),
                         chain AS (PARTITION BY seller_id, unit_id, is_linked ORDER BY counter),
                         links AS (PARTITION BY seller_id, unit_id, is_linked)) f
            JOIN invoicing_unit u ON u.seller_id = f.seller_id AND u.id = f.unit_id
        """)
    )


@proof("every electronic document is of a paper that was given out by who files it")
def filed_papers_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'document ' || f.counter || ' of unit ' || f.unit_id,
                   i.id IS NOT NULL OR c.id IS NOT NULL
            FROM invoicing_filing f
            LEFT JOIN invoicing_invoice i
              ON i.seller_id = f.seller_id AND i.id = f.invoice_id
            LEFT JOIN invoicing_commission c
              ON c.market_id = f.seller_id AND c.id = f.invoice_id
        """)
    )
