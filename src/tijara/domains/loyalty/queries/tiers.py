"""How a buyer came to his tier."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.money import Money

from ..models import TierRow, TierStep
from ..shapes import Tier, TierChange
from .programmes import TIER

FEW = 6


def tier_changes(buyer_id: UUID, market_id: UUID) -> list[TierChange]:
    """The newest first, tiers that have ended among them; no more than a few."""
    rows = TierStep.objects.filter(buyer_id=buyer_id, market_id=market_id).order_by("-moved_at")
    steps = list(rows.values_list("before_id", "after_id", "spent_minor", "moved_at")[:FEW])
    named = {id for before, after, *_ in steps for id in (before, after) if id}
    told = TierRow.objects.filter(id__in=named).values_list(*TIER) if named else ()
    tiers = {row[0]: Tier(*row) for row in told}
    currency = market_by_id(market_id).currency
    return [
        TierChange(tiers.get(before), tiers.get(after), Money(spent, currency), at)
        for before, after, spent, at in steps
    ]
