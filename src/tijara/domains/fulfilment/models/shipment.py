from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned

from ..shapes import ParcelKind


class Shipment(SellerOwned):
    """A parcel of an order: who carries it, its frozen share of the money, how it ended."""

    order_id = models.UUIDField()
    number = models.SmallIntegerField(default=1, db_default=1)
    """From 1, in the order in which the parcels of the order went."""
    kind = models.CharField(
        max_length=10, default=ParcelKind.CARRIED, db_default=ParcelKind.CARRIED
    )
    carrier = models.CharField(max_length=60, blank=True)
    tracking_number = models.CharField(max_length=60, blank=True)
    revision = models.SmallIntegerField(default=0, db_default=0)
    """How often carrier or number were corrected."""
    shipped_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=40, blank=True, db_default="")
    """Why units were given up."""
    currency = models.CharField(max_length=3, db_default="")
    items_minor = models.BigIntegerField(default=0, db_default=0)
    delivery_minor = models.BigIntegerField(default=0, db_default=0)
    fee_minor = models.BigIntegerField(default=0, db_default=0)
    tax_minor = models.BigIntegerField(default=0, db_default=0)
    commission_minor = models.BigIntegerField(default=0, db_default=0)
    commission_vat_minor = models.BigIntegerField(default=0, db_default=0)
    support_minor = models.BigIntegerField(default=0, db_default=0)
    """What the market pays the seller of its discounts, once it is delivered."""
    credit_minor = models.BigIntegerField(default=0, db_default=0)
    """What of its total the buyer's wallet has paid."""
    ahead_minor = models.BigIntegerField(default=0, db_default=0)
    """What of it was paid before the rest."""
    lost_minor = models.BigIntegerField(default=0, db_default=0)
    """What of that is its seller's, because its buyer did not take it."""
    has_charges = models.BooleanField(default=False, db_default=False)
    """It is the one of its order that carries delivery and fee."""

    class Meta:
        db_table = "fulfilment_shipment"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="fulfilment_shipment_order_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "order_id", "number"], name="fulfilment_shipment_number"
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "ended_at"],
                condition=models.Q(ended_at=None),
                name="fulfilment_shipment_open",
            )
        ]
