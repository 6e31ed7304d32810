from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class Hold(BuyerOwned):
    """Credit that is kept for a checkout until its orders stand. Its id is the checkout's."""

    wallet_id = models.UUIDField()
    amount_minor = models.BigIntegerField()
    state = models.CharField(max_length=10)
    held_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()

    class Meta:
        db_table = "wallet_hold"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "wallet_id"],
                to="wallet.Wallet",
                to_fields=["buyer_id", "id"],
                name="wallet_hold_wallet_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="wallet_hold_positive"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state="held"), name="wallet_hold_due"
            )
        ]
