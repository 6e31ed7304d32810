"""Open one's own store again before its pause is over, or give up one that was planned."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import StorePauseTurned
from ..models import Store
from ..queries import forget_stores


@action(power=Power.STORE_MANAGE)
def end_pause(*, actor: Actor, seller_id: UUID) -> None:
    """Pressed twice, it is open already."""
    paused = Store.objects.filter(seller_id=seller_id, pause_until__isnull=False)
    if not paused.update(pause_from=None, pause_until=None, pause_told=False):
        return
    record(seller_id, StorePauseTurned(seller_id))
    forget_stores()
    tell_everything()
