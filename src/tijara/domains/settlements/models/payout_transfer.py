from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class PayoutTransfer(SellerOwned):
    """One seller's part of a payout run. Where it was paid, its payout has the same id."""

    run_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    holder = models.CharField(max_length=140)
    masked = models.CharField(max_length=20)
    iban_sealed = models.TextField()
    """As his bank account's."""
    state = models.CharField(max_length=10, default="proposed")
    reason = models.CharField(max_length=80, blank=True)
    proposed_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "settlements_transfer"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "run_id"], name="settlements_transfer_once"
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="settlements_transfer_positive"
            ),
        ]
        indexes = [
            models.Index(fields=["run_id"], name="settlements_transfer_run"),
            models.Index(fields=["seller_id", "-moved_at"], name="settlements_transfer_recent"),
            models.Index(
                fields=["run_id"],
                condition=models.Q(state="proposed"),
                name="settlements_transfer_waiting",
            ),
            models.Index(
                fields=["-moved_at", "-id"],
                condition=models.Q(state__in=("failed", "returned")),
                name="settlements_transfer_back",
            ),
        ]
