from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class ReserveTermsRow(models.Model):
    """On what terms a market keeps back of its sellers' money: of all, or of one."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    seller_id = models.UUIDField(null=True)
    rate_bp = models.IntegerField(default=0)
    days = models.IntegerField(default=0)
    fixed_minor = models.BigIntegerField(default=0)
    newcomer_days = models.IntegerField(default=0)
    since = models.DateTimeField(default=now)
    """What became payable before is not touched."""

    class Meta:
        db_table = "settlements_reserve_terms"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "seller_id"],
                nulls_distinct=False,
                name="settlements_reserve_terms_once",
            ),
            models.CheckConstraint(
                condition=models.Q(rate_bp__gte=0, rate_bp__lte=10000)
                & models.Q(days__gte=0, fixed_minor__gte=0, newcomer_days__gte=0),
                name="settlements_reserve_terms_range",
            ),
        ]
