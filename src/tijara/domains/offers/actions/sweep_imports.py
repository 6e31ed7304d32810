"""Throw away uploaded files that were looked at and then forgotten."""

from datetime import timedelta

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ImportRun
from ..shapes import ImportState
from .discard_import import discard_import

FORGOTTEN = timedelta(days=14)


@action(power=Power.SYSTEM, atomic=False)
def sweep_imports(*, actor: Actor, limit: int = 200) -> int:
    """How many. What has changed something is kept, and so is its history."""
    forgotten = ImportRun.objects.filter(
        state__in=(ImportState.MAPPING, ImportState.CHECKED), moved_at__lt=now() - FORGOTTEN
    )
    rows = list(forgotten.order_by("moved_at").values_list("seller_id", "id")[:limit])
    for seller_id, run_id in rows:
        discard_import(actor=actor, seller_id=seller_id, run_id=run_id)
    return len(rows)
