"""Remind the buyers of debit notes that are overdue: on the day, and twice more while the page on
which they pay is open."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import DebitClaim
from ..queries import claims_to_remind
from ..shapes import DebitState
from .tell_of_debit_note import tell_of_debit_note

A_LOT = 100
PAUSES = (timedelta(days=10), timedelta(days=15))
"""From one reminder to the next; after the last there is none."""


@action(power=Power.SYSTEM, atomic=False)
def remind_of_debits(*, actor: Actor) -> int:
    """How many. Each is a commit of its own."""
    return sum(_remind(*key) for key in claims_to_remind(now(), A_LOT))


def _remind(seller_id: UUID, note_id: UUID) -> bool:
    """Of two at once one finds it written."""
    with transaction.atomic():
        rows = DebitClaim.objects.select_for_update(no_key=True)
        claim = rows.filter(
            seller_id=seller_id, id=note_id, state=DebitState.OPEN, remind_at__lte=now()
        ).first()
        if claim is None:
            return False
        pause = PAUSES[claim.reminders] if claim.reminders < len(PAUSES) else None
        claim.reminders += 1
        claim.remind_at = now() + pause if pause else None
        claim.save(update_fields=["reminders", "remind_at"])
        tell_of_debit_note(
            actor=SYSTEM, seller_id=seller_id, invoice_id=note_id, reminder=claim.reminders
        )
        return True
