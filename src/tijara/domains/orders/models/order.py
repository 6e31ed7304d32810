from uuid import UUID

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Reverse

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned

LOCKED = "SELECT * FROM orders_order WHERE seller_id = %s AND id = %s FOR NO KEY UPDATE"
PAID_OFTEN = ["cash_on_delivery", "card"]
"""Of other ways the few orders have an index of their own; a list of them must say so."""


class OrderQuerySet(models.QuerySet):
    def locked(self, seller_id: UUID, order_id: UUID) -> "Order | None":
        """The order, kept from every other step until this transaction ends."""
        return next(iter(self.raw(LOCKED, [seller_id, order_id])), None)


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
    delivery_discount_minor = models.BigIntegerField(default=0, db_default=0)
    """What promotions took off the delivery, as it was asked."""
    delivery_support_minor = models.BigIntegerField(default=0, db_default=0)
    """What the market pays the seller of that, with the tax in it."""
    delivery_reasons = models.JSONField(default=list, db_default=[])
    delivery_tax_minor = models.BigIntegerField()
    """The tax inside `delivery_minor`; its category and rate follow."""
    delivery_category = models.CharField(max_length=2)
    delivery_bp = models.IntegerField()
    fee_tax_minor = models.BigIntegerField()
    fee_category = models.CharField(max_length=2)
    fee_bp = models.IntegerField()
    prices_include_tax = models.BooleanField(db_default=True)
    """As the market had it at the sale: what the shop asked held the tax."""
    company = models.JSONField(null=True)
    """Whom the invoice is written to, where a company buys: `shapes.CompanyBuyer`."""
    total_minor = models.BigIntegerField()
    commission_minor = models.BigIntegerField()
    commission_vat_minor = models.BigIntegerField()
    payment_method = models.CharField(max_length=30)
    language = models.CharField(max_length=5)
    recipient = models.CharField(max_length=120)
    phone = models.CharField(max_length=20)
    email = models.CharField(max_length=254, blank=True)
    address = models.JSONField()
    due_at = models.DateTimeField(null=True)
    """The deadline of an order that began as pending; kept when it has been met."""
    credit_minor = models.BigIntegerField(default=0, db_default=0)
    """What of the total its buyer's wallet has paid."""
    ahead_minor = models.BigIntegerField(default=0, db_default=0)
    """What of the total was paid before the rest, by another tender: by what came back of another
    order, or put down before cash is paid at the door."""
    ahead_method = models.CharField(max_length=30, blank=True, default="", db_default="")
    ahead_charge_id = models.UUIDField(null=True)
    """Where that goes back to; None for cash."""
    forfeit_bp = models.SmallIntegerField(null=True)
    """It was put down for an order in cash: what of it is lost, if its buyer does not take it."""
    charge_id = models.UUIDField(null=True)
    paid_at = models.DateTimeField(null=True)
    """When its money came, in time or late; None for cash at the door."""
    begun_at = models.DateTimeField(null=True)
    """When the first part of it was sent or given up: it can't be called off as a whole since."""
    delivery_service = models.CharField(max_length=30, blank=True, db_default="")
    promised_from = models.DateField(null=True)
    promised_to = models.DateField(null=True)
    process_version = models.SmallIntegerField(default=1, db_default=1)
    """By which version of the life in states.py it lives, to its end."""

    objects = OrderQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=models.Q(credit_minor__gte=0, credit_minor__lte=models.F("total_minor")),
                name="orders_order_credit_within",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    ahead_minor__gte=0,
                    ahead_minor__lte=models.F("total_minor") - models.F("credit_minor"),
                ),
                name="orders_order_ahead_within",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="pending") | models.Q(due_at__isnull=False),
                name="orders_order_pending_has_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-placed_at"], name="orders_order_recent"),
            models.Index(fields=["seller_id", "state", "-placed_at"], name="orders_order_state"),
            models.Index(fields=["-placed_at", "-id"], name="orders_order_newest"),
            models.Index(fields=["state", "-placed_at", "-id"], name="orders_order_in_state"),
            models.Index(fields=["buyer_id", "placed_at"], name="orders_order_of_buyer"),
            models.Index(
                fields=["payment_method", "-placed_at", "-id"],
                condition=~models.Q(payment_method__in=PAID_OFTEN),
                name="orders_order_paid_rarely",
            ),
            models.Index(
                fields=["seller_id", "payment_method", "-placed_at", "-id"],
                condition=~models.Q(payment_method__in=PAID_OFTEN),
                name="orders_order_paid_seldom",
            ),
            models.Index(
                OpClass("number", name="varchar_pattern_ops"), name="orders_order_by_number"
            ),
            models.Index(
                OpClass(Reverse("phone"), name="text_pattern_ops"), name="orders_order_by_phone"
            ),
            GinIndex(fields=["recipient"], name="orders_order_by_name", opclasses=["gin_trgm_ops"]),
            models.Index(
                fields=["seller_id", "promised_to"],
                condition=models.Q(
                    promised_to__isnull=False,
                    state__in=["placed", "confirmed", "packed", "shipped"],
                ),
                name="orders_order_promise",
            ),
            models.Index(
                fields=["seller_id", "id"],
                condition=models.Q(forfeit_bp__isnull=False),
                name="orders_order_deposit",
            ),
            models.Index(
                fields=["due_at"],
                condition=models.Q(state="pending"),
                name="orders_order_due",
            ),
        ]
