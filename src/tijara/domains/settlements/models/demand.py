from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Demand(SellerOwned):
    """What a seller who owes us was asked to pay, in writing, until a day."""

    code = models.CharField(max_length=20)
    """What he writes on his transfer."""
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, default="open")
    opened_at = models.DateTimeField(default=now)
    opened_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "settlements_demand"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id"],
                condition=models.Q(state="open"),
                name="settlements_demand_one_is_open",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="settlements_demand_positive"
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "-opened_at"], name="settlements_demand_last")]
