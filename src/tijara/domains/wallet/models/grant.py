from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class Grant(BuyerOwned):
    """Credit that staff give a buyer, or propose to."""

    market_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)
    days = models.SmallIntegerField(null=True)
    state = models.CharField(max_length=10)
    proposed_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField(default=now)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "wallet_grant"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="wallet_grant_positive"
            )
        ]
        indexes = [
            models.Index(
                fields=["market_id", "proposed_at"],
                condition=models.Q(state="proposed"),
                name="wallet_grant_waiting",
            ),
            models.Index(fields=["buyer_id", "-proposed_at"], name="wallet_grant_of_buyer"),
        ]
