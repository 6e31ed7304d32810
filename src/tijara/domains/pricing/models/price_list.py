from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class PriceList(SellerOwned):
    """Prices of a seller for some buyers, or for everybody from a quantity on."""

    name_ar = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    name_fr = models.CharField(max_length=80, blank=True)
    audience = models.CharField(max_length=10)
    group_id = models.UUIDField(null=True)
    """Of the market's, where it is for one."""
    off_bp = models.IntegerField(default=0)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "pricing_list"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(off_bp__gte=0, off_bp__lte=9000), name="pricing_list_off_sound"
            )
        ]
