from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class RateRow(models.Model):
    """So many points for so much money, of some goods. It is never changed but for its end."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    of = models.CharField(max_length=10)
    target_id = models.UUIDField(null=True)
    points = models.IntegerField()
    per_minor = models.BigIntegerField()
    written_at = models.DateTimeField(default=now)
    written_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "loyalty_rate"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "of", "target_id"],
                condition=Q(ended_at=None),
                nulls_distinct=False,
                name="loyalty_rate_one_holds",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0, per_minor__gt=0), name="loyalty_rate_sound"
            ),
        ]
