from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Deposit(SellerOwned):
    """What was put down before the rest of an order is paid in cash, and what became of it. Its id
    is the order's."""

    market_id = models.UUIDField()
    number = models.CharField(max_length=12)
    """The order's."""
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    counted_minor = models.BigIntegerField(default=0)
    """It counted for what was delivered."""
    lost_minor = models.BigIntegerField(default=0)
    """It is its seller's, because the parcel was not taken."""
    back_minor = models.BigIntegerField(default=0)
    """It is its buyer's again."""
    put_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "cash_deposit"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="cash_deposit_order_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(counted_minor__gte=0, lost_minor__gte=0, back_minor__gte=0)
                & models.Q(
                    amount_minor__gte=models.F("counted_minor")
                    + models.F("lost_minor")
                    + models.F("back_minor")
                ),
                name="cash_deposit_parts_within",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-put_at"], name="cash_deposit_recent"),
            models.Index(fields=["-put_at", "-id"], name="cash_deposit_newest"),
        ]
