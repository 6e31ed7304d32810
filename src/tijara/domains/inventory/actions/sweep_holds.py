"""Let go every hold whose time is over."""

import logging
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Hold
from .release_hold import release_hold

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def sweep_holds(*, actor: Actor, limit: int = 500) -> int:
    """One transaction a checkout, so that a fault or a lock delays one and not all. How many."""
    over = (
        Hold.objects.filter(expires_at__lt=now())
        .order_by("expires_at")
        .values_list("seller_id", "checkout_id")
    )
    expired = set(over[:limit])
    return sum(_let_go(actor, seller_id, checkout_id) for seller_id, checkout_id in expired)


def _let_go(actor: Actor, seller_id: UUID, checkout_id: UUID) -> bool:
    try:
        release_hold(actor=actor, seller_id=seller_id, checkout_id=checkout_id)
    except Exception:
        log.exception("the hold of checkout %s can't be let go", checkout_id)
        return False
    return True
