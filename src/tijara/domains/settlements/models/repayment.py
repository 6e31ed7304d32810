from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Repayment(SellerOwned):
    """What a seller who owed us has paid, as our bank shows it. Never changed."""

    append_only = True

    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    bank_reference = models.CharField(max_length=60)
    paid_on = models.DateField()
    person_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "settlements_repayment"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "bank_reference"], name="settlements_repayment_once"
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="settlements_repayment_positive"
            ),
        ]
