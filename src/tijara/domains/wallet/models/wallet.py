from django.db import models
from django.db.models import F, Q

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class Wallet(BuyerOwned):
    """A buyer's credit in one market. Its id is the market's."""

    currency = models.CharField(max_length=3)
    balance_minor = models.BigIntegerField(default=0)
    held_minor = models.BigIntegerField(default=0)
    """What of it is kept for checkouts that are under way."""
    opened_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "wallet"
        constraints = [
            models.CheckConstraint(
                condition=Q(held_minor__gte=0, balance_minor__gte=F("held_minor")),
                name="wallet_not_below_nothing",
            )
        ]
        indexes = [
            models.Index(fields=["id", "-moved_at", "buyer_id"], name="wallet_of_market"),
        ]
