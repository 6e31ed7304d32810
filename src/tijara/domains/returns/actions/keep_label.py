"""The label of a return is printed, or could not be: keep its file, or when to try again."""

from datetime import timedelta
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Return

PAUSE = timedelta(minutes=10)


@action(power=Power.SYSTEM)
def keep_label(*, actor: Actor, seller_id: UUID, return_id: UUID, file_id: UUID | None) -> bool:
    """Whether this file is kept: once. None puts it off for a while."""
    row = Return.objects.filter(seller_id=seller_id, id=return_id, label_file_id=None)
    if file_id is None:
        row.update(label_asked_at=now() + PAUSE)
        return False
    return bool(row.update(label_file_id=file_id))
