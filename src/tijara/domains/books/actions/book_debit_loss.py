"""What a debit note asked for is given up: a loss in its seller's book."""

from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from tijara.domains.invoicing.queries import invoice
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import NewEntry, loss_lines
from ..shapes import Source
from .book_paper import book_paper

KIND = "debit_loss"


@action(power=Power.SYSTEM)
def book_debit_loss(
    *, actor: Actor, seller_id: UUID, invoice_id: UUID, order_id: UUID, amount_minor: int
) -> None:
    """Once, however often it is told. The tax stays owed: who may claim it back does so by hand."""
    note = invoice(seller_id, invoice_id)
    if note is None:
        return
    day = now().astimezone(ZoneInfo(note.content.time_zone)).date()
    source_id, lines = uuid5(invoice_id, KIND), loss_lines(amount_minor)
    entry = NewEntry(Source.PAPER, source_id, KIND, day, lines, order_id, note.number)
    book_paper(actor=SYSTEM, seller_id=seller_id, entries=[entry])
