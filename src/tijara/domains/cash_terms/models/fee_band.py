from django.db import models

from tijara.kit.ids import new_id


class FeeBandRow(models.Model):
    """What cash costs in a place, by a way of delivery, up to an amount."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    place = models.CharField(max_length=40, blank=True)
    service = models.CharField(max_length=20, blank=True)
    up_to_minor = models.BigIntegerField(default=0)
    """0: of any amount."""
    fee_minor = models.BigIntegerField()

    class Meta:
        db_table = "cash_terms_band"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "place", "service", "up_to_minor"],
                name="cash_terms_band_once",
            ),
            models.CheckConstraint(
                condition=models.Q(fee_minor__gte=0), name="cash_terms_band_fee"
            ),
        ]
