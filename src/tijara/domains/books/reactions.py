"""What a seller is owed without the market comes into his book as its paper is written."""

from tijara.domains.invoicing.events import DebitNoteIssued, DebitWrittenOff
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import book_debit_loss, book_debit_note


@on(DebitNoteIssued)
def book_note_that_was_issued(fact: DebitNoteIssued) -> None:
    book_debit_note(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        invoice_id=fact.invoice_id,
        order_id=fact.order_id,
        amount_minor=fact.amount_minor,
        tax_minor=fact.tax_minor,
    )


@on(DebitWrittenOff)
def book_note_that_was_given_up(fact: DebitWrittenOff) -> None:
    book_debit_loss(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        invoice_id=fact.invoice_id,
        order_id=fact.order_id,
        amount_minor=fact.amount_minor,
    )
