from django.db import models

from tijara.kit.ids import new_id


class CarriageTermsRow(models.Model):
    """A market's word on who pays the way back of a return. Its id is the market's."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True)
    unwanted = models.CharField(max_length=6)
    fault = models.CharField(max_length=6)
    warranty = models.CharField(max_length=6)
    charge_minor = models.BigIntegerField(null=True)

    class Meta:
        db_table = "returns_carriage_terms"


class CarriageBandRow(models.Model):
    """What the way back from a place costs, up to a weight."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    place = models.CharField(max_length=40, blank=True)
    up_to_grams = models.IntegerField(default=0)
    """0: of any weight."""
    charge_minor = models.BigIntegerField()

    class Meta:
        db_table = "returns_carriage_band"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "place", "up_to_grams"], name="returns_carriage_band_once"
            ),
            models.CheckConstraint(
                condition=models.Q(charge_minor__gte=0, up_to_grams__gte=0),
                name="returns_carriage_band_not_below",
            ),
        ]
