from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class PointsGrant(BuyerOwned):
    """Points that staff give a buyer or take from him, or propose to."""

    market_id = models.UUIDField()
    points = models.BigIntegerField()
    reason = models.CharField(max_length=10)
    note = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10)
    proposed_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField(default=now)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "loyalty_grant"
        constraints = [
            models.CheckConstraint(condition=~models.Q(points=0), name="loyalty_grant_moves")
        ]
        indexes = [
            models.Index(
                fields=["market_id", "proposed_at"],
                condition=models.Q(state="proposed"),
                name="loyalty_grant_waiting",
            ),
            models.Index(fields=["buyer_id", "-proposed_at"], name="loyalty_grant_of_buyer"),
        ]
