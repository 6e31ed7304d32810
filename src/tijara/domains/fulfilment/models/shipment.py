from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Shipment(SellerOwned):
    """A parcel of an order: who carries it, and how it ended."""

    order_id = models.UUIDField()
    carrier = models.CharField(max_length=60)
    tracking_number = models.CharField(max_length=60, blank=True)
    shipped_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "fulfilment_shipment"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="fulfilment_shipment_order_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="fulfilment_shipment_order")]
