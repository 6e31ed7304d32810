from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned

from ..shapes import OWED


class CashParcel(SellerOwned):
    """The cash of one parcel. Its id is the shipment's."""

    order_id = models.UUIDField()
    number = models.CharField(max_length=12)
    """The order's; `number_key` as carriers' lists are compared with it."""
    number_key = models.CharField(max_length=12)
    carrier_id = models.UUIDField()
    waybill = models.CharField(max_length=60, blank=True)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    paid_minor = models.BigIntegerField(default=0)
    """What the carrier has paid of it."""
    waiting_minor = models.BigIntegerField(default=0)
    """The seller's share, which waits for the cash; nothing once it has come or is given up."""
    share_minor = models.BigIntegerField(default=0)
    owed_back_minor = models.BigIntegerField(default=0)
    """What we owe the carrier for bringing it back, until his list charges it."""
    state = models.CharField(max_length=14)
    process_version = models.SmallIntegerField(default=1, db_default=1)
    opened_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)
    collected_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    is_proved = models.BooleanField(default=False)
    """The buyer's delivery code was given."""

    class Meta:
        db_table = "cash_parcel"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="fulfilment.Shipment",
                to_fields=["seller_id", "id"],
                name="cash_parcel_shipment_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(paid_minor__gte=0)
                & models.Q(paid_minor__lte=models.F("amount_minor")),
                name="cash_parcel_paid_range",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state="collected"), name="cash_parcel_due"
            ),
            models.Index(
                fields=["moved_at"],
                condition=models.Q(owed_back_minor__gt=0),
                name="cash_parcel_owed_back",
            ),
            models.Index(
                fields=["carrier_id", "due_at"],
                condition=models.Q(state__in=[str(one) for one in OWED]),
                name="cash_parcel_owed",
            ),
            models.Index(
                fields=["seller_id", "order_id"],
                condition=models.Q(waiting_minor__gt=0),
                name="cash_parcel_waiting",
            ),
            models.Index(fields=["carrier_id", "waybill"], name="cash_parcel_waybill"),
            models.Index(fields=["carrier_id", "number_key"], name="cash_parcel_number"),
            models.Index(fields=["seller_id", "-opened_at"], name="cash_parcel_recent"),
        ]
