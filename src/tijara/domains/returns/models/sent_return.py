from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned

MOVED_BY_CLOCK = ("requested", "asked", "approved", "received", "rejected")
"""States that end by themselves when it is time."""


class Return(SellerOwned):
    """Units of one order that their buyer wants to send back, and what became of that."""

    order_id = models.UUIDField()
    buyer_id = models.UUIDField()
    place = models.SmallIntegerField()
    """Among the order's returns, from 1."""
    state = models.CharField(max_length=12)
    process_version = models.SmallIntegerField(default=1, db_default=1)
    reason = models.CharField(max_length=20)
    wish = models.CharField(max_length=10)
    to_wallet = models.BooleanField(default=False, db_default=False)
    """Its buyer would rather have the money in his wallet."""
    opened_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True)
    carrier = models.CharField(max_length=60, blank=True)
    tracking_number = models.CharField(max_length=60, blank=True)
    back_carrier = models.CharField(max_length=60, blank=True)
    back_number = models.CharField(max_length=60, blank=True)
    variant_id = models.UUIDField(null=True)
    offer_id = models.UUIDField(null=True)
    swap_minor = models.BigIntegerField(null=True)
    """What one of it costs more, or less, than one of what comes back, as it was shown."""
    pay_with = models.CharField(max_length=30, blank=True, default="", db_default="")
    """How its buyer pays what it costs more."""
    new_order_id = models.UUIDField(null=True)
    label_asked_at = models.DateTimeField(null=True)
    """Since when its label waits to be printed."""
    label_file_id = models.UUIDField(null=True)
    pickup_on = models.DateField(null=True)
    """The day on which its buyer would like it to be fetched, and where."""
    pickup_note = models.CharField(max_length=200, blank=True, default="", db_default="")
    pickup_day = models.DateField(null=True)
    """The day on which a carrier fetches it, as the shop has arranged."""
    pickup_carrier = models.CharField(max_length=60, blank=True, default="", db_default="")
    carriage_payer = models.CharField(max_length=6, blank=True, default="", db_default="")
    """Who pays the way back, and how much, as its buyer was shown; empty: nothing is settled."""
    carriage_minor = models.BigIntegerField(default=0, db_default=0)
    carriage_end = models.CharField(max_length=10, blank=True, default="", db_default="")
    """How it was settled in the end, and what of it moved."""
    carriage_moved_minor = models.BigIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "returns_return"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="returns_return_order_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "order_id", "place"], name="returns_return_place"
            ),
            models.CheckConstraint(
                condition=~Q(wish="exchange") | Q(variant_id__isnull=False, offer_id__isnull=False),
                name="returns_return_exchange_for_what",
            ),
            models.CheckConstraint(
                condition=Q(carriage_moved_minor__gte=0)
                & Q(carriage_moved_minor__lte=models.F("carriage_minor")),
                name="returns_return_carriage_within",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "state", "-opened_at"], name="returns_return_list"),
            models.Index(
                fields=["due_at"], condition=Q(state__in=MOVED_BY_CLOCK), name="returns_return_due"
            ),
            models.Index(fields=["-opened_at"], name="returns_return_latest"),
            models.Index(
                fields=["label_asked_at"],
                condition=Q(label_asked_at__isnull=False, label_file_id=None),
                name="returns_return_label",
            ),
        ]
