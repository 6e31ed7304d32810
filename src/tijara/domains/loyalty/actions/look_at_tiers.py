"""Look at the tiers of accounts that were not looked at for a day: old orders leave the year."""

from datetime import timedelta

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PointsAccount
from .place_tier import place_tier

A_DAY = timedelta(days=1)


@action(power=Power.SYSTEM, atomic=False)
def look_at_tiers(*, actor: Actor, limit: int = 1000) -> int:
    """How many; each in a commit of its own, those first that wait longest."""
    rows = PointsAccount.objects.filter(looked_at__lte=now() - A_DAY).order_by("looked_at")
    keys = list(rows.values_list("buyer_id", "id")[:limit])
    for buyer_id, market_id in keys:
        place_tier(actor=SYSTEM, buyer_id=buyer_id, market_id=market_id)
    return len(keys)
