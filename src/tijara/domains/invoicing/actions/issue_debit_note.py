"""Write a debit note: more is owed for an order than its invoice says."""

from uuid import UUID

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..queries import debit_draft, debit_way, main_invoice
from ..rules import debit_faults, tidy_note
from ..shapes import DebitToWrite
from .ask_debit import ask_debit
from .tell_of_debit_note import tell_of_debit_note
from .write_debit_note import write_debit_note


class DebitInvalid(Invalid):
    """`fields` has a fault for each line, and for the words."""

    code = "invoicing.debit_invalid"


class NothingInvoiced(Refusal):
    """There is no invoice yet that it could be about."""

    code = "invoicing.nothing_invoiced"
    kind = Kind.CONFLICT


@action(power=Power.BOOKS_KEEP)
def issue_debit_note(*, actor: Actor, seller_id: UUID, order_id: UUID, note: DebitToWrite) -> UUID:
    """Its id. `note.id` was made with the form: pressing twice writes one. Its buyer gets a page to
    pay it, where the market takes a card or a transfer; else he pays the seller. The seller's book
    has it as owed by the buyer. One that would break a rule of the authority is refused
    (`PaperHeld`), and nothing was written."""
    order = order_view(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    about = main_invoice(seller_id, order_id)
    if about is None:
        raise NothingInvoiced(number=order.number)
    note = tidy_note(note)
    if faults := debit_faults(about.content, note):
        raise DebitInvalid(faults)
    content = debit_draft(about, note).content
    invoice_id, is_new = write_debit_note(
        actor=SYSTEM, order=order, content=content, note_id=note.id
    )
    if is_new:
        _ask(seller_id, invoice_id, content.total)
    return invoice_id


def _ask(seller_id: UUID, note_id: UUID, total: Money) -> None:
    """Where nothing can be paid here, the letter says so."""
    if debit_way(seller_id, total):
        ask_debit(actor=SYSTEM, seller_id=seller_id, note_id=note_id)
    else:
        tell_of_debit_note(actor=SYSTEM, seller_id=seller_id, invoice_id=note_id)
