"""Write a debit note, and tell of it: once for what it is of."""

from uuid import UUID

from tijara.domains.orders.shapes import OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import DebitNoteIssued
from ..models import Invoice
from ..shapes import InvoiceContent, InvoiceKind
from .write_invoice import write_invoice


@action(power=Power.SYSTEM)
def write_debit_note(
    *, actor: Actor, order: OrderView, content: InvoiceContent, note_id: UUID
) -> tuple[UUID, bool]:
    """Its id, and whether it is new. The seller's book has it from the fact."""
    known = Invoice.objects.filter(seller_id=order.seller_id, note_id=note_id)
    is_new = not known.exists()
    invoice_id = write_invoice(
        actor=SYSTEM,
        seller_id=order.seller_id,
        kind=InvoiceKind.DEBIT_NOTE,
        order=order,
        content=content,
        note_id=note_id,
    )
    if is_new:
        fact = DebitNoteIssued(
            seller_id=order.seller_id,
            invoice_id=invoice_id,
            order_id=order.id,
            amount_minor=content.total.minor,
            tax_minor=content.tax.minor,
            currency=content.total.currency,
        )
        record(order.seller_id, fact)
    return invoice_id, is_new
