"""Let pages and shelves know that a pause has begun or is over: which, the moment decides."""

from uuid import UUID

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record_many

from ..events import StorePauseTurned
from ..models import Store
from ..queries import forget_stores


@action(power=Power.SYSTEM)
def turn_pauses(*, actor: Actor) -> int:
    """How many stores have closed or opened since the last look."""
    moment = now()
    begun = _sellers(Q(pause_from__lte=moment, pause_until__gt=moment, pause_told=False))
    over = _sellers(Q(pause_until__lte=moment))
    Store.objects.filter(seller_id__in=begun).update(pause_told=True)
    Store.objects.filter(seller_id__in=over).update(
        pause_from=None, pause_until=None, pause_told=False
    )
    if begun or over:
        record_many([(seller_id, StorePauseTurned(seller_id)) for seller_id in [*begun, *over]])
        forget_stores()
        tell_everything()
    return len(begun) + len(over)


def _sellers(whose: Q) -> list[UUID]:
    rows = Store.objects.select_for_update().filter(whose).order_by("seller_id")
    return list(rows.values_list("seller_id", flat=True))
