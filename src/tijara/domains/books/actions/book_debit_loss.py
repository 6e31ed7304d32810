"""What a debit note asked for is given up: a loss in its seller's book."""

from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from tijara.domains.invoicing.queries import invoice
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Entry
from ..queries import book_of_seller
from ..rules import NewEntry, loss_lines
from ..shapes import Side, Source
from .lock_book import lock_book
from .post_entries import post_entries

KIND = "debit_loss"


@action(power=Power.SYSTEM)
def book_debit_loss(
    *, actor: Actor, seller_id: UUID, invoice_id: UUID, order_id: UUID, amount_minor: int
) -> None:
    """Once, however often it is told. The tax stays owed: who may claim it back does so by hand."""
    note = invoice(seller_id, invoice_id)
    if note is None:
        return
    key = book_of_seller(seller_id)
    open_from = lock_book(actor=SYSTEM, key=key)
    source_id = uuid5(invoice_id, KIND)
    there = Entry.objects.filter(owner_id=seller_id, side=Side.SELLER, source=Source.PAPER)
    if there.filter(source_id=source_id).exists():
        return
    day = now().astimezone(ZoneInfo(note.content.time_zone)).date()
    lines = loss_lines(amount_minor)
    entry = NewEntry(Source.PAPER, source_id, KIND, day, lines, order_id, note.number)
    post_entries(actor=SYSTEM, owner_id=seller_id, key=key, entries=[entry], open_from=open_from)
