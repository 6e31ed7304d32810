from django.db import models

from tijara.platform.balances.rows import BalanceGrant


class Grant(BalanceGrant):
    """Credit that staff give a buyer, or propose to; they take none."""

    currency = models.CharField(max_length=3)
    days = models.SmallIntegerField(null=True)

    class Meta(BalanceGrant.Meta):
        db_table = "wallet_grant"
        constraints = [
            *BalanceGrant.Meta.constraints,
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="wallet_grant_positive"),
        ]
