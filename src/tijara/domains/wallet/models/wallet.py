from django.db import models
from django.db.models import F, Q

from tijara.platform.balances.rows import Balance


class Wallet(Balance):
    """A buyer's credit in one market, in minor units."""

    currency = models.CharField(max_length=3)
    held_minor = models.BigIntegerField(default=0)
    """What of it is kept for checkouts that are under way."""

    class Meta:
        db_table = "wallet"
        constraints = [
            models.CheckConstraint(
                condition=Q(held_minor__gte=0, balance__gte=F("held_minor")),
                name="wallet_not_below_nothing",
            )
        ]
        indexes = [
            models.Index(fields=["id", "-moved_at", "buyer_id"], name="wallet_of_market"),
        ]

    @property
    def free(self) -> int:
        return self.balance - self.held_minor
