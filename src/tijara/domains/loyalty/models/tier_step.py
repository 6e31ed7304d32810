from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class TierStep(BuyerOwned):
    """A buyer came to another tier, and what he had spent in the year before."""

    append_only = True

    market_id = models.UUIDField()
    before_id = models.UUIDField(null=True)
    after_id = models.UUIDField(null=True)
    spent_minor = models.BigIntegerField()
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "loyalty_tier_step"
        indexes = [
            models.Index(fields=["buyer_id", "market_id", "-moved_at"], name="loyalty_tier_step_of")
        ]
