"""Let go every hold whose time is over."""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Hold
from .release_hold import release_hold


@action(power=Power.SYSTEM, atomic=False)
def sweep_holds(*, actor: Actor, limit: int = 500) -> int:
    """One transaction a checkout, so that a crash or a lock delays one and not all. How many."""
    over = (
        Hold.objects.filter(expires_at__lt=now())
        .order_by("expires_at")
        .values_list("seller_id", "checkout_id")
    )
    expired = set(over[:limit])
    for seller_id, checkout_id in expired:
        release_hold(actor=actor, seller_id=seller_id, checkout_id=checkout_id)
    return len(expired)
