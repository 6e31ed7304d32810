from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Payout(SellerOwned):
    """Money that went to a seller's bank account, as staff wrote it down. Never changed."""

    append_only = True

    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    bank_reference = models.CharField(max_length=60)
    paid_on = models.DateField()
    holder = models.CharField(max_length=140)
    masked = models.CharField(max_length=20)
    person_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "settlements_payout"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "bank_reference"], name="settlements_payout_once"
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="settlements_payout_positive"
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-recorded_at"], name="settlements_payout_recent"),
            models.Index(fields=["-recorded_at"], name="settlements_payout_latest"),
        ]
