from django.db import models
from django.db.models import F, Q

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Item(SellerOwned):
    """Goods of a sale. `units` were set apart for it: never more are held and sold together."""

    sale_id = models.UUIDField()
    place = models.SmallIntegerField()
    offer_id = models.UUIDField()
    stock_id = models.UUIDField()
    variant_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    units = models.IntegerField()
    held = models.IntegerField(default=0)
    sold = models.IntegerField(default=0)

    class Meta:
        db_table = "flash_item"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "sale_id"],
                to="flash_sales.Sale",
                to_fields=["seller_id", "id"],
                name="flash_item_sale_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "sale_id", "offer_id"], name="flash_item_once"
            ),
            models.CheckConstraint(
                condition=Q(held__gte=0, sold__gte=0, units__gte=F("held") + F("sold")),
                name="flash_item_not_oversold",
            ),
        ]
