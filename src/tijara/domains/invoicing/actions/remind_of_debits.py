"""Remind the buyers of debit notes that are overdue, once."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import DebitClaim
from ..queries import claims_to_remind
from .tell_of_debit_note import tell_of_debit_note

A_LOT = 100


@action(power=Power.SYSTEM, atomic=False)
def remind_of_debits(*, actor: Actor) -> int:
    """How many. Each is a commit of its own."""
    return sum(_remind(*key) for key in claims_to_remind(now(), A_LOT))


def _remind(seller_id: UUID, note_id: UUID) -> bool:
    with transaction.atomic():
        rows = DebitClaim.objects.filter(seller_id=seller_id, id=note_id, reminded_at=None)
        if not rows.update(reminded_at=now()):
            return False
        tell_of_debit_note(actor=SYSTEM, seller_id=seller_id, invoice_id=note_id, is_reminder=True)
        return True
