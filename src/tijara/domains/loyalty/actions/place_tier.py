"""Look at what a buyer has spent in a year, and put him into the tier that is his."""

from uuid import UUID

from django.db.models import Sum

from tijara.domains.groups.actions import place_in_groups
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import locked

from ..models import POINTS, Earning, PointsAccount, TierStep
from ..queries import tier_groups, tiers_in
from ..rules import YEAR, tier_for
from ..shapes import EarningState


@action(power=Power.SYSTEM)
def place_tier(*, actor: Actor, buyer_id: UUID, market_id: UUID) -> None:
    """Again is nothing: it follows from what was earned."""
    account = locked(POINTS, buyer_id, market_id)
    moment, tiers = now(), tiers_in(market_id)
    earned = Earning.objects.filter(
        buyer_id=buyer_id,
        market_id=market_id,
        state=EarningState.EARNED,
        earned_at__gt=moment - YEAR,
    )
    spent = earned.aggregate(sum=Sum("paid_minor"))["sum"] or 0
    tier = tier_for(tiers, spent)
    after = tier.id if tier else None
    mine = PointsAccount.objects.filter(buyer_id=buyer_id, id=market_id)
    mine.update(spent_minor=spent, looked_at=moment)
    place_in_groups(
        actor=SYSTEM,
        buyer_id=buyer_id,
        among=tier_groups(market_id),
        group_id=tier.group_id if tier else None,
    )
    if after == account.tier_id:
        return
    mine.update(tier_id=after, tier_since=moment)
    TierStep.objects.create(
        buyer_id=buyer_id,
        market_id=market_id,
        before_id=account.tier_id,
        after_id=after,
        spent_minor=spent,
    )
