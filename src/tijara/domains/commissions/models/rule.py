from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Rule(models.Model):
    """One of a market's rules. It is never changed but for its place and its end: sales point at
    the one that decided them."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    place = models.IntegerField()
    label = models.CharField(max_length=80, blank=True)
    seller_id = models.UUIDField(null=True)
    category_id = models.UUIDField(null=True)
    brand_id = models.UUIDField(null=True)
    product_id = models.UUIDField(null=True)
    price_from_minor = models.BigIntegerField(null=True)
    price_below_minor = models.BigIntegerField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    rate_bp = models.IntegerField()
    fixed_minor = models.BigIntegerField(default=0)
    floor_minor = models.BigIntegerField(default=0)
    cap_minor = models.BigIntegerField(null=True)
    limits_for = models.CharField(max_length=5, default="line")
    written_at = models.DateTimeField(default=now)
    written_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "commissions_rule"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "place"],
                condition=models.Q(ended_at=None),
                name="commissions_rule_place",
            ),
            models.CheckConstraint(
                condition=models.Q(rate_bp__gte=0, rate_bp__lte=10000)
                & models.Q(fixed_minor__gte=0, floor_minor__gte=0),
                name="commissions_rule_range",
            ),
            models.CheckConstraint(
                condition=models.Q(cap_minor=None)
                | models.Q(cap_minor__gte=models.F("floor_minor")),
                name="commissions_rule_cap_above_floor",
            ),
        ]
