from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Offer(SellerOwned):
    """A seller's price and condition for a variant. `version` grows with every change of terms."""

    variant_id = models.UUIDField()
    product_id = models.UUIDField()
    stock_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    was_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)
    condition = models.CharField(max_length=12, default="new")
    handling_days = models.SmallIntegerField(default=1)
    version = models.IntegerField(default=1)
    is_active = models.BooleanField(default=True)
    updated_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "offer"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.Stock",
                to_fields=["seller_id", "id"],
                name="offer_stock_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "variant_id", "condition"], name="offer_once_per_condition"
            ),
            models.CheckConstraint(
                condition=models.Q(price_minor__gte=0), name="offer_price_not_negative"
            ),
        ]
        indexes = [
            models.Index(fields=["product_id"], name="offer_product"),
            models.Index(
                fields=["seller_id", "id"],
                condition=models.Q(is_active=False),
                name="offer_paused",
            ),
        ]
