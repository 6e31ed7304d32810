from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ShipmentLine(SellerOwned):
    """So many units of an order's line that lie in a parcel."""

    append_only = True

    shipment_id = models.UUIDField()
    order_id = models.UUIDField()
    line_id = models.UUIDField()
    quantity = models.IntegerField()

    class Meta:
        db_table = "fulfilment_line"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "shipment_id"],
                to="fulfilment.Shipment",
                to_fields=["seller_id", "id"],
                name="fulfilment_line_shipment_fk",
            ),
            OwnedForeignKey(
                fields=["seller_id", "line_id"],
                to="orders.OrderLine",
                to_fields=["seller_id", "id"],
                name="fulfilment_line_line_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "shipment_id", "line_id"], name="fulfilment_line_once"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="fulfilment_line_positive"
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="fulfilment_line_order")]
