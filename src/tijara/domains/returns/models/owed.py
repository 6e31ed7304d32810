from django.db import models
from django.db.models import F, Q

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Owed(SellerOwned):
    """Money of an order that is its buyer's again, until it has gone back to him."""

    reference = models.CharField(max_length=60)
    """What it is for, so that it is given back once: "order:<id>", "late:<id>", "parcel:<id>",
    "return:<id>"."""
    order_id = models.UUIDField()
    buyer_id = models.UUIDField()
    return_id = models.UUIDField(null=True)
    cause = models.CharField(max_length=20)
    reason = models.CharField(max_length=40, blank=True)
    is_restocked = models.BooleanField(default=False)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    items_minor = models.BigIntegerField(default=0, db_default=0)
    """What the amount consists of, where something delivered is taken back; tax is inside."""
    delivery_minor = models.BigIntegerField(default=0, db_default=0)
    fee_minor = models.BigIntegerField(default=0, db_default=0)
    tax_minor = models.BigIntegerField(default=0, db_default=0)
    commission_minor = models.BigIntegerField(default=0, db_default=0)
    """What the seller gets back of it."""
    commission_vat_minor = models.BigIntegerField(default=0, db_default=0)
    support_minor = models.BigIntegerField(default=0, db_default=0)
    """What the market gets back that it had paid the seller."""
    method = models.CharField(max_length=30)
    credit_minor = models.BigIntegerField(default=0, db_default=0)
    """What of the amount goes, or went, to the buyer's wallet: at once."""
    ahead_minor = models.BigIntegerField(default=0, db_default=0)
    """What of it goes to the tender that had paid ahead of the rest; it has a refund of its own."""
    ahead_method = models.CharField(max_length=30, blank=True, default="", db_default="")
    ahead_refund_id = models.UUIDField(null=True)
    ahead_paid_at = models.DateTimeField(null=True)
    carriage_minor = models.BigIntegerField(default=0, db_default=0)
    """What of the amount does not go back, because it pays the way back."""
    banked = models.CharField(max_length=5, blank=True, default="", db_default="")
    """What of a card's money staff gave back by bank: "rest", "ahead", "both" or nothing."""
    payment_refund_id = models.UUIDField()
    opened_at = models.DateTimeField(default=now)
    paid_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "returns_owed"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="returns_owed_order_fk",
            ),
            models.UniqueConstraint(fields=["seller_id", "reference"], name="returns_owed_once"),
            models.UniqueConstraint(
                fields=["seller_id", "payment_refund_id"], name="returns_owed_payment"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "order_id"],
                condition=Q(cause="returned") & (Q(delivery_minor__gt=0) | Q(fee_minor__gt=0)),
                name="returns_owed_charges_once",
            ),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="returns_owed_positive"),
            models.CheckConstraint(
                condition=Q(credit_minor__gte=0, credit_minor__lte=F("amount_minor")),
                name="returns_owed_credit_within",
            ),
            models.CheckConstraint(
                condition=Q(ahead_minor__gte=0)
                & Q(ahead_minor__lte=F("amount_minor") - F("credit_minor") - F("carriage_minor"))
                & Q(carriage_minor__gte=0),
                name="returns_owed_ahead_within",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "ahead_refund_id"], name="returns_owed_ahead"
            ),
            models.CheckConstraint(
                condition=~Q(cause="returned")
                | Q(amount_minor=F("items_minor") + F("delivery_minor") + F("fee_minor")),
                name="returns_owed_adds_up",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "order_id"], name="returns_owed_order"),
            models.Index(
                fields=["opened_at"],
                condition=models.Q(paid_at=None) | models.Q(ahead_minor__gt=0, ahead_paid_at=None),
                name="returns_owed_unpaid",
            ),
        ]
