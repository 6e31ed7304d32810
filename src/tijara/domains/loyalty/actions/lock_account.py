"""Keep a buyer's account of points still until the commit, so that its moves follow one another."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PointsAccount


@action(power=Power.SYSTEM)
def lock_account(*, actor: Actor, buyer_id: UUID, market_id: UUID) -> PointsAccount:
    """Opens it where there is none."""
    fresh = PointsAccount(buyer_id=buyer_id, id=market_id)
    PointsAccount.objects.bulk_create([fresh], ignore_conflicts=True)
    rows = PointsAccount.objects.select_for_update(no_key=True)
    return rows.get(buyer_id=buyer_id, id=market_id)
