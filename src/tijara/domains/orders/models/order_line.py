from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned

ASKED = models.F("unit_minor") * models.F("quantity") - models.F("discount_minor")
"""What is asked for the line."""


class OrderLine(SellerOwned):
    """What was sold, as it stood at the sale: names, price, tax and commission are frozen."""

    append_only = True

    order_id = models.UUIDField()
    position = models.SmallIntegerField()
    offer_id = models.UUIDField()
    offer_version = models.IntegerField()
    stock_id = models.UUIDField()
    variant_id = models.UUIDField()
    product_id = models.UUIDField()
    name_ar = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    picture = models.CharField(max_length=120, blank=True)
    sku = models.CharField(max_length=80, blank=True)
    quantity = models.IntegerField()
    list_minor = models.BigIntegerField()
    """What the offer asked for one; a price list may ask less."""
    unit_minor = models.BigIntegerField()
    """As the shop asked it: with the tax in it, or, where prices come without, before it."""
    discount_minor = models.BigIntegerField(default=0, db_default=0)
    """What promotions took off the whole line, as it was asked."""
    support_minor = models.BigIntegerField(default=0, db_default=0)
    """What the market pays the seller of that, with the tax in it."""
    support_tax_minor = models.BigIntegerField(default=0, db_default=0)
    reasons = models.JSONField(default=list, db_default=[])
    """Why it costs what it costs: `shapes.PriceReason`."""
    total_minor = models.BigIntegerField()
    """What the buyer pays: net and tax."""
    net_minor = models.BigIntegerField()
    tax_category = models.CharField(max_length=2)
    """EN 16931's letters: taxes.shapes.TaxCategory."""
    tax_class = models.CharField(max_length=30, blank=True, db_default="")
    """The word of its goods in the country's profile, where that is why it is taxed so."""
    tax_bp = models.IntegerField()
    tax_minor = models.BigIntegerField()
    commission_minor = models.BigIntegerField()
    commission_vat_minor = models.BigIntegerField()
    kind = models.CharField(max_length=10, db_default="physical")

    class Meta:
        db_table = "orders_line"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="orders_line_order_fk",
            ),
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.Stock",
                to_fields=["seller_id", "id"],
                name="orders_line_stock_fk",
            ),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="orders_line_positive"),
            models.CheckConstraint(
                condition=models.Q(total_minor=ASKED) | models.Q(net_minor=ASKED),
                name="orders_line_total_adds_up",
            ),
            models.CheckConstraint(
                condition=models.Q(discount_minor__gte=0)
                & models.Q(support_minor__gte=models.F("support_tax_minor"))
                & models.Q(support_tax_minor__gte=0)
                & (models.Q(support_minor=0) | models.Q(discount_minor__gt=0)),
                name="orders_line_discount_sound",
            ),
            models.CheckConstraint(
                condition=models.Q(total_minor=models.F("net_minor") + models.F("tax_minor")),
                name="orders_line_tax_adds_up",
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="orders_line_order")]
