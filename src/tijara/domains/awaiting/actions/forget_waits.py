"""Let go of what somebody has waited for too long, and of the queue's rows without anybody."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Awaited, Wait
from ..shapes import KEPT

BATCH = 1000


@action(power=Power.SYSTEM, atomic=False)
def forget_waits(*, actor: Actor, before: datetime | None = None) -> int:
    """How many waits; a batch a commit."""
    old = Wait.objects.filter(asked_at__lt=before or now() - KEPT).order_by("asked_at")
    gone = 0
    while keys := list(old.values_list("buyer_id", "id")[:BATCH]):
        owners, ids = zip(*keys, strict=True)
        gone += Wait.objects.filter(buyer_id__in=set(owners), id__in=ids).delete()[0]
    after: UUID | None = UUID(int=0)
    while after:
        after = _tidy(after)
    return gone


@transaction.atomic
def _tidy(after: UUID) -> UUID | None:
    """Whoever joins holds the row: what is ours has nobody that could not be seen."""
    queue = Awaited.objects.filter(id__gt=after).order_by("id")
    rows = list(queue.select_for_update(skip_locked=True)[:BATCH])
    waits = Wait.objects.filter(variant_id__in=[row.variant_id for row in rows])
    waited = set(waits.values_list("market_id", "variant_id").distinct())
    bare = [row.id for row in rows if (row.market_id, row.variant_id) not in waited]
    Awaited.objects.filter(id__in=bare).delete()
    return rows[-1].id if rows else None
