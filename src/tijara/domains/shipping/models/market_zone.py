from django.db import models

from tijara.kit.ids import new_id

from .service_fields import ZoneFields


class MarketZone(ZoneFields):
    """A place where delivery costs more, takes longer or is not to be had in a market."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()

    class Meta:
        db_table = "shipping_market_zone"
        constraints = [
            models.UniqueConstraint(fields=["market_id", "place"], name="shipping_market_zone_once")
        ]
