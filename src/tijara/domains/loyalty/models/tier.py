from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class TierRow(models.Model):
    """What who spends so much in a year is called, and gets. Never changed but for its end."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    name_ar = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40, blank=True)
    name_fr = models.CharField(max_length=40, blank=True)
    from_minor = models.BigIntegerField()
    multiplier_bp = models.IntegerField()
    group_id = models.UUIDField(null=True)
    written_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "loyalty_tier"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "from_minor"],
                condition=Q(ended_at=None),
                name="loyalty_tier_one_from",
            ),
            models.CheckConstraint(
                condition=Q(from_minor__gte=0, multiplier_bp__gte=10_000),
                name="loyalty_tier_sound",
            ),
        ]
