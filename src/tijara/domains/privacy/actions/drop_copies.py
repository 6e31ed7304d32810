"""Delete copies whose days are over, and those that did not come out."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action

from ..models import DataCopy
from ..shapes import COPY_LIFE

AT_ONCE = 200


@action(power=Power.SYSTEM, atomic=False)
def drop_copies(*, actor: Actor) -> int:
    """How many. The file goes before its row: who dies in between finds the row again."""
    over = now() - COPY_LIFE
    old = DataCopy.objects.filter(Q(ready_at__lte=over) | Q(ready_at=None, asked_at__lte=over))
    people = list(old.values_list("person_id", flat=True)[:AT_ONCE])
    return sum(_drop(person_id, over) for person_id in people)


def _drop(person_id, over: datetime) -> bool:
    """Unless he has asked for a new one meanwhile."""
    with transaction.atomic():
        row = DataCopy.objects.select_for_update().filter(person_id=person_id).first()
        if row is None or (row.ready_at or row.asked_at) > over:
            return False
        files.remove_all(person_id)
        DataCopy.objects.filter(person_id=person_id).delete()
    return True
