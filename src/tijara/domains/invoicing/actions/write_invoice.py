"""Write an invoice down under the next number of its series, in the commit that gives it out."""

from dataclasses import asdict
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.prepared import Row, prepared

from ..models import Invoice, Series
from ..queries import filing_faults
from ..rules import WITH_QR, invoice_number, phase_one_qr
from ..shapes import InvoiceContent, InvoiceKind, Paper
from .file_invoice import PaperHeld, file_invoice

COUNT_ON = """
    UPDATE invoicing_series SET last = %(serial)s WHERE seller_id = %(seller)s AND id = %(series)s
"""
PRINT = """
    INSERT INTO invoicing_print (seller_id, id, invoice_id, wanted_at, attempts, last_error)
    VALUES (%(seller)s, %(print)s, %(invoice)s, %(at)s, 0, '')
"""
LET_GO = """
    DELETE FROM invoicing_held WHERE seller_id = %(seller)s AND order_id = %(order)s
        AND refund_id IS NOT DISTINCT FROM %(refund)s
"""
"""What was held back before has been given out."""


@action(power=Power.SYSTEM)
def write_invoice(
    *,
    actor: Actor,
    seller_id: UUID,
    kind: InvoiceKind,
    order: OrderView,
    content: InvoiceContent,
    refund_id: UUID | None = None,
    note_id: UUID | None = None,
) -> UUID:
    """The id of the invoice that stands for this order, of the credit note for this refund, or of
    the debit note that was asked for under this id.
    Asked again it writes no second one.

    The series' row stays locked until the commit: numbers follow one another without a gap, and
    whoever races for the same order finds the invoice of the one who was first.
    """
    series_id, last = _locked_series(seller_id, kind)
    is_credit = kind is InvoiceKind.CREDIT_NOTE
    if known := _written(seller_id, order.id, is_credit, refund_id, note_id):
        return known[0][0]
    serial = last + 1
    prefix = market_by_id(markets_of([seller_id])[seller_id]).invoice_prefix
    number, issued_at = invoice_number(prefix, kind, serial), now()
    faults = filing_faults(Paper(seller_id, kind, number, issued_at, content))
    if faults:
        raise PaperHeld(faults)
    invoice = Invoice.objects.create(
        seller_id=seller_id,
        kind=kind,
        serial=serial,
        number=number,
        is_credit=is_credit,
        order_id=order.id,
        refund_id=refund_id,
        note_id=note_id,
        buyer_id=order.buyer_id,
        issued_at=issued_at,
        currency=content.total.currency,
        total_minor=content.total.minor,
        tax_minor=content.tax.minor,
        content=asdict(content),
        qr=_qr(content, issued_at),
    )
    told = {"seller": seller_id, "series": series_id, "serial": serial, "invoice": invoice.id}
    told |= {"print": new_id(), "at": issued_at, "order": order.id, "refund": refund_id}
    with connection.cursor() as cursor:
        for statement in (COUNT_ON, PRINT, *(() if note_id else (LET_GO,))):
            cursor.execute(statement, told)
    if faults is not None:
        file_invoice(actor=SYSTEM, seller_id=seller_id, invoice_id=invoice.id)
    return invoice.id


def _locked_series(seller_id: UUID, kind: InvoiceKind) -> Row:
    """(its id, its last number). The first invoice of a kind begins it."""
    if found := _series(seller_id, kind):
        return found[0]
    Series.objects.bulk_create([Series(seller_id=seller_id, kind=kind)], ignore_conflicts=True)
    return _series(seller_id, kind)[0]


@prepared
def _series(seller_id: UUID, kind: str) -> QuerySet:
    rows = Series.objects.select_for_update(no_key=True).filter(seller_id=seller_id, kind=kind)
    return rows.values_list("id", "last")


@prepared
def _written(
    seller_id: UUID, order_id: UUID, is_credit: bool, refund_id: UUID | None, note_id: UUID | None
) -> QuerySet:
    rows = Invoice.objects.filter(seller_id=seller_id, order_id=order_id, is_credit=is_credit)
    return rows.filter(refund_id=refund_id, note_id=note_id).values_list("id")


def _qr(content: InvoiceContent, issued_at) -> str:
    issuer = content.issuer
    if not issuer.vat_number or content.country not in WITH_QR:
        return ""
    return phase_one_qr(issuer.legal_name, issuer.vat_number, issued_at, content.total, content.tax)
