from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.platform.balances.rows import Balance


class PointsAccount(Balance):
    """A buyer's points in one market. The balance may be below nothing: what was spent before its
    goods went back."""

    pending = models.BigIntegerField(default=0)
    spent_minor = models.BigIntegerField(default=0)
    """In the last 365 days, as it was looked at last."""
    tier_id = models.UUIDField(null=True)
    tier_since = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(default=now)
    """When its tier was looked at last."""

    class Meta:
        db_table = "loyalty_account"
        constraints = [
            models.CheckConstraint(
                condition=Q(pending__gte=0, spent_minor__gte=0), name="loyalty_account_sound"
            )
        ]
        indexes = [
            models.Index(fields=["id", "-moved_at", "buyer_id"], name="loyalty_account_of_market"),
            models.Index(fields=["looked_at"], name="loyalty_account_looked"),
        ]
