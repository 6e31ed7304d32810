"""Write an invoice down under the next number of its series, in the commit that gives it out."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Held, Invoice, InvoicePrint, Series
from ..queries import filing_faults
from ..rules import WITH_QR, invoice_number, phase_one_qr
from ..shapes import InvoiceContent, InvoiceKind, Paper
from .file_invoice import PaperHeld, file_invoice


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
    series = _locked_series(seller_id, kind)
    is_credit = kind is InvoiceKind.CREDIT_NOTE
    there = Invoice.objects.filter(
        seller_id=seller_id,
        order_id=order.id,
        is_credit=is_credit,
        refund_id=refund_id,
        note_id=note_id,
    )
    if known := there.values_list("id", flat=True).first():
        return known
    serial = series.last + 1
    prefix = market_by_id(seller_terms([seller_id])[seller_id].market_id).invoice_prefix
    number, issued_at = invoice_number(prefix, kind, serial), now()
    faults = filing_faults(Paper(seller_id, kind, number, issued_at, content))
    if faults:
        raise PaperHeld(faults)
    Series.objects.filter(seller_id=seller_id, id=series.id).update(last=serial)
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
    InvoicePrint.objects.create(seller_id=seller_id, invoice_id=invoice.id, wanted_at=issued_at)
    if note_id is None:
        Held.objects.filter(seller_id=seller_id, order_id=order.id, refund_id=refund_id).delete()
    if faults is not None:
        file_invoice(actor=SYSTEM, seller_id=seller_id, invoice_id=invoice.id)
    return invoice.id


def _locked_series(seller_id: UUID, kind: InvoiceKind) -> Series:
    """The first invoice of a kind begins it."""
    rows = Series.objects.select_for_update(no_key=True).filter(seller_id=seller_id, kind=kind)
    if series := rows.first():
        return series
    Series.objects.bulk_create([Series(seller_id=seller_id, kind=kind)], ignore_conflicts=True)
    return rows.get()


def _qr(content: InvoiceContent, issued_at) -> str:
    issuer = content.issuer
    if not issuer.vat_number or content.country not in WITH_QR:
        return ""
    return phase_one_qr(issuer.legal_name, issuer.vat_number, issued_at, content.total, content.tax)
