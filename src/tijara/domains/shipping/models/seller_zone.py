from django.db import models

from tijara.platform.ownership.rows import SellerOwned

from .service_fields import ZoneFields


class SellerZone(SellerOwned, ZoneFields):
    """A place where a seller asks more, needs longer or does not deliver."""

    class Meta:
        db_table = "shipping_seller_zone"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "place"], name="shipping_seller_zone_once"
            ),
            models.CheckConstraint(
                condition=models.Q(extra_minor__gte=0), name="shipping_seller_zone_extra"
            ),
        ]
