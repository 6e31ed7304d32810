"""A claim letter is printed, or could not be: keep its file, or when to try again."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ClaimLetter

PAUSE = timedelta(minutes=5)


@action(power=Power.SYSTEM)
def keep_letter(*, actor: Actor, letter_id: UUID, file_id: UUID | None) -> bool:
    """Whether it was printed now: of two workers one is first."""
    rows = ClaimLetter.objects.filter(id=letter_id, file_id=None)
    if file_id is None:
        rows.update(retry_at=now() + PAUSE, tries=F("tries") + 1)
        return False
    return bool(rows.update(file_id=file_id))
