from django.db import models

from tijara.kit.ids import new_id

from .service_fields import ServiceFields


class MarketService(ServiceFields):
    """A way of delivery that a market allows beside the standard one."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()

    class Meta:
        db_table = "shipping_market_service"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "code"], name="shipping_market_service_once"
            )
        ]
