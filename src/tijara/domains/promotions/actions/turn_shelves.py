"""Tell of promotions that have begun, or are over, since they were told of last."""

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PromotionTurned
from ..models import PromotionRow

SOME = 200


@action(power=Power.SYSTEM)
def turn_shelves(*, actor: Actor) -> int:
    """How many have turned."""
    moment = now()
    holds = Q(state="active", starts_at__lte=moment) & (Q(ends_at=None) | Q(ends_at__gt=moment))
    turned = PromotionRow.objects.filter(
        (holds & Q(is_shown=False)) | (~holds & Q(is_shown=True))
    ).select_for_update(no_key=True, skip_locked=True)
    rows = list(turned.order_by("owner_id", "id")[:SOME])
    for row in rows:
        PromotionRow.objects.filter(owner_id=row.owner_id, id=row.id).update(
            is_shown=not row.is_shown
        )
        record(row.owner_id, PromotionTurned(row.owner_id, row.id, row.market_id))
    return len(rows)
