from django.db import models

from tijara.kit.ids import new_id


class Market(models.Model):
    """Who may sell to whom, where, in which currency, under which policies. Reference data."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    slug = models.SlugField(max_length=40, unique=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    languages = models.JSONField(default=list)
    trade_model = models.CharField(max_length=5, default="b2c")
    commission_bp = models.IntegerField()
    """Hundredths of a percent of the goods' price with tax, before the seller's own rate."""
    commission_vat_bp = models.IntegerField()
    delivery_minor = models.BigIntegerField()
    free_delivery_from_minor = models.BigIntegerField(null=True)
    cash_on_delivery_fee_minor = models.BigIntegerField(default=0)
    cash_on_delivery_limit_minor = models.BigIntegerField(null=True)
    hold_minutes = models.SmallIntegerField(default=10)
    return_days = models.SmallIntegerField(default=14)

    class Meta:
        db_table = "market"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(commission_bp__gte=0, commission_bp__lte=10000),
                name="market_commission_range",
            )
        ]
