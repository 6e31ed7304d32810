from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Order(SellerOwned):
    """One buyer's order with one seller. Amounts are minor units and include tax."""

    number = models.CharField(max_length=12)
    idempotency_key = models.UUIDField()
    buyer_id = models.UUIDField()
    checkout_id = models.UUIDField()
    market_id = models.UUIDField()
    state = models.CharField(max_length=20)
    placed_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)
    currency = models.CharField(max_length=3)
    items_minor = models.BigIntegerField()
    delivery_minor = models.BigIntegerField()
    fee_minor = models.BigIntegerField()
    """The fee of the way to pay (cash on delivery)."""
    tax_minor = models.BigIntegerField()
    """The tax inside the total."""
    total_minor = models.BigIntegerField()
    commission_minor = models.BigIntegerField()
    commission_vat_minor = models.BigIntegerField()
    payment_method = models.CharField(max_length=30)
    language = models.CharField(max_length=5)
    recipient = models.CharField(max_length=120)
    phone = models.CharField(max_length=20)
    email = models.CharField(max_length=254, blank=True)
    address = models.JSONField()

    class Meta:
        db_table = "orders_order"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "number"], name="orders_order_number"),
            models.UniqueConstraint(
                fields=["seller_id", "idempotency_key"], name="orders_order_once"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    total_minor=models.F("items_minor")
                    + models.F("delivery_minor")
                    + models.F("fee_minor")
                ),
                name="orders_order_total_adds_up",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-placed_at"], name="orders_order_recent"),
            models.Index(fields=["seller_id", "state", "-placed_at"], name="orders_order_state"),
            models.Index(fields=["-placed_at"], name="orders_order_latest"),
        ]
