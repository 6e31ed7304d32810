"""One would give a debit note up; another must agree."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import DebitClaim
from ..shapes import DebitState
from .ask_debit import DebitSettled


@action(power=Power.BOOKS_KEEP)
def propose_debit_loss(*, actor: Actor, seller_id: UUID, note_id: UUID) -> None:
    rows = DebitClaim.objects.filter(
        seller_id=seller_id, id=note_id, state=DebitState.OPEN, proposed_by=None
    )
    if not rows.update(proposed_by=actor.person_id):
        raise DebitSettled()
