"""Write a debit note into its seller's book: owed by the buyer, and not collected by the market."""

from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.invoicing.queries import invoice
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import NewEntry, note_lines
from ..shapes import Source
from .book_paper import book_paper

KIND = "debit_note"


@action(power=Power.SYSTEM)
def book_debit_note(
    *,
    actor: Actor,
    seller_id: UUID,
    invoice_id: UUID,
    order_id: UUID,
    amount_minor: int,
    tax_minor: int,
) -> None:
    """Once, however often it is told. The operator's book knows nothing of it."""
    note = invoice(seller_id, invoice_id)
    if note is None:
        return
    day = note.issued_at.astimezone(ZoneInfo(note.content.time_zone)).date()
    lines = note_lines(amount_minor, tax_minor)
    entry = NewEntry(Source.PAPER, invoice_id, KIND, day, lines, order_id, note.number)
    book_paper(actor=SYSTEM, seller_id=seller_id, entries=[entry])
