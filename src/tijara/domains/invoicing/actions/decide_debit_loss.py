"""Agree to give a debit note up, or let it stand."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..events import DebitWrittenOff
from ..models import DebitClaim
from ..shapes import DebitState
from ..states import DEBIT
from .ask_debit import DebitSettled
from .shut_debit_page import shut_debit_page


class OneAlone(Refusal):
    """Who proposed it can't agree to it himself."""

    code = "invoicing.one_alone"


@action(power=Power.BOOKS_KEEP)
def decide_debit_loss(*, actor: Actor, seller_id: UUID, note_id: UUID, is_agreed: bool) -> None:
    """By another of the store's people, or by staff. The paper stays, and so does its tax: what may
    be claimed back of it is between the seller and his authority."""
    rows = DebitClaim.objects.select_for_update(no_key=True)
    claim = rows.filter(seller_id=seller_id, id=note_id, state=DebitState.OPEN).first()
    if claim is None or claim.proposed_by is None:
        raise DebitSettled()
    if not is_agreed:
        claim.proposed_by = None
        claim.save(update_fields=["proposed_by"])
        return
    if claim.proposed_by == actor.person_id:
        raise OneAlone()
    told = {"ended_at": now(), "decided_by": actor.person_id}
    move_held(DEBIT, claim, Step("write_off", actor, vouched=("by_another",), sets=told))
    claim.save(update_fields=["state", "ended_at", "decided_by"])
    shut_debit_page(actor=SYSTEM, buyer_id=claim.buyer_id, ask_id=claim.ask_id)
    record(
        seller_id,
        DebitWrittenOff(seller_id, note_id, claim.order_id, claim.amount_minor, claim.currency),
    )
