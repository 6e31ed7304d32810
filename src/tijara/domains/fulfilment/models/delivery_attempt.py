from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class DeliveryAttempt(SellerOwned):
    """A parcel was brought to the door, and not handed over."""

    append_only = True

    shipment_id = models.UUIDField()
    place = models.SmallIntegerField()
    """From 1."""
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)
    tried_at = models.DateTimeField(default=now)
    person_id = models.UUIDField(null=True)

    class Meta:
        db_table = "fulfilment_attempt"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "shipment_id"],
                to="fulfilment.Shipment",
                to_fields=["seller_id", "id"],
                name="fulfilment_attempt_shipment_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "shipment_id", "place"], name="fulfilment_attempt_place"
            ),
        ]
