"""Ask the buyer of a debit note for its money: a page of his to pay it, and a letter."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.orders.queries import order as find_order
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.actions import open_charge
from tijara.domains.payments.shapes import ChargePart, ChargeToOpen, Purpose
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import DebitClaim
from ..queries import debit_way, invoice
from ..shapes import DebitState
from .shut_debit_page import shut_debit_page
from .tell_of_debit_note import tell_of_debit_note

DUE_DAYS, OPEN_DAYS = 14, 60
"""In which it is to be paid; in which its page is open."""


class DebitSettled(Refusal):
    """It is paid, or given up."""

    code = "invoicing.debit_settled"


class DebitNotHere(Refusal):
    """This market takes no card and no transfer: its seller is paid himself."""

    code = "invoicing.debit_not_here"
    kind = Kind.UNAVAILABLE


@action(power=Power.BOOKS_KEEP)
def ask_debit(*, actor: Actor, seller_id: UUID, note_id: UUID) -> None:
    """The first time with the note itself; later anew, with a new end. A page of before is shut:
    money that is on its way to it goes back."""
    note = invoice(seller_id, note_id)
    order = find_order(seller_id, note.order_id) if note else None
    way = debit_way(seller_id, note.content.total) if note else None
    if note is None or order is None or way is None:
        raise DebitNotHere()
    rows = DebitClaim.objects.select_for_update(no_key=True)
    claim = rows.filter(seller_id=seller_id, id=note_id).first()
    if claim and claim.state != DebitState.OPEN:
        raise DebitSettled()
    if claim:
        shut_debit_page(actor=SYSTEM, buyer_id=claim.buyer_id, ask_id=claim.ask_id)
    ask_id, moment, total = new_id(), now(), note.content.total
    DebitClaim.objects.update_or_create(
        seller_id=seller_id,
        id=note_id,
        defaults={
            "order_id": order.id,
            "buyer_id": order.buyer_id,
            "currency": total.currency,
            "amount_minor": total.minor,
            "state": DebitState.OPEN,
            "asked_at": moment,
            "due_at": moment + timedelta(days=DUE_DAYS),
            "ask_id": ask_id,
            "remind_at": moment + timedelta(days=DUE_DAYS),
            "reminders": 0,
            "proposed_by": None,
        },
    )
    open_charge(
        actor=SYSTEM,
        buyer_id=order.buyer_id,
        charge=ChargeToOpen(
            checkout_id=ask_id,
            market_id=markets_of([seller_id])[seller_id],
            method=way,
            amount=total,
            parts=(ChargePart(seller_id, note_id, note.number, total.minor),),
            due_at=moment + timedelta(days=OPEN_DAYS),
            language=order.language,
            recipient=order.address.email or order.address.phone,
            purpose=Purpose.DEBIT_NOTE,
        ),
    )
    tell_of_debit_note(actor=SYSTEM, seller_id=seller_id, invoice_id=note_id)
