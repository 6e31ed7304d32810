from django.db import models

from tijara.platform.ownership.rows import SellerOwned

from .service_fields import ServiceFields


class SellerService(SellerOwned, ServiceFields):
    """A way of delivery on a seller's own terms."""

    class Meta:
        db_table = "shipping_seller_service"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "code"], name="shipping_seller_service_once"
            ),
            models.CheckConstraint(
                condition=models.Q(price_minor__gte=0), name="shipping_seller_service_price"
            ),
        ]
