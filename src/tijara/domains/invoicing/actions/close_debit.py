"""A seller says that a debit note was paid to himself."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import DebitClaim
from ..shapes import DebitState
from ..states import DEBIT
from .ask_debit import DebitSettled
from .shut_debit_page import shut_debit_page


@action(power=Power.BOOKS_KEEP)
def close_debit(*, actor: Actor, seller_id: UUID, note_id: UUID) -> None:
    """In his book he enters the money where it came to him."""
    rows = DebitClaim.objects.select_for_update(no_key=True)
    claim = rows.filter(seller_id=seller_id, id=note_id, state=DebitState.OPEN).first()
    if claim is None:
        raise DebitSettled()
    move_held(DEBIT, claim, Step("say_paid", actor, sets={"ended_at": now()}))
    claim.save(update_fields=["state", "ended_at"])
    shut_debit_page(actor=SYSTEM, buyer_id=claim.buyer_id, ask_id=claim.ask_id)
