from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class DoorSign(SellerOwned):
    """What is agreed for the door: when the buyer is there, and whether his code was given. Its id
    is the shipment's."""

    wished_day = models.DateField(null=True)
    wished_phone = models.CharField(max_length=20, blank=True)
    wished_note = models.CharField(max_length=200, blank=True)
    wished_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    """Wrong codes that were given."""
    proved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "fulfilment_door"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="fulfilment.Shipment",
                to_fields=["seller_id", "id"],
                name="fulfilment_door_shipment_fk",
            )
        ]
