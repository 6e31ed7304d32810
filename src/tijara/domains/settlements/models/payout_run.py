from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class PayoutRun(models.Model):
    """What a market pays its sellers by one order to the bank. One prepares, another approves."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    number = models.IntegerField()
    code = models.CharField(max_length=35)
    """The bank's message id."""
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, default="prepared")
    pay_on = models.DateField()
    holder = models.CharField(max_length=140)
    iban = models.CharField(max_length=40)
    """Of the market, as they stood when it was prepared."""
    prepared_at = models.DateTimeField(default=now)
    prepared_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)

    class Meta:
        db_table = "settlements_run"
        constraints = [
            models.UniqueConstraint(fields=["market_id", "number"], name="settlements_run_number"),
            models.UniqueConstraint(
                fields=["market_id"],
                condition=models.Q(state="prepared"),
                name="settlements_run_one_is_prepared",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved")
                | models.Q(approved_at__isnull=False, approved_by__isnull=False),
                name="settlements_run_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | models.Q(prepared_by__isnull=True)
                | ~models.Q(approved_by=models.F("prepared_by")),
                name="settlements_run_four_eyes",
            ),
        ]
        indexes = [
            models.Index(fields=["-prepared_at"], name="settlements_run_latest"),
        ]
