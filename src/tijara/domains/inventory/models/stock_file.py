from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class StockFile(SellerOwned):
    """A file that every buyer of the stock may download. Its content lies in platform files."""

    stock_id = models.UUIDField()
    file_id = models.UUIDField()
    name = models.CharField(max_length=150)
    """What the buyer's device calls it."""
    kind = models.CharField(max_length=10)
    size_bytes = models.BigIntegerField()
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "inventory_file"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.Stock",
                to_fields=["seller_id", "id"],
                name="inventory_file_stock_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "stock_id"], name="inventory_file_stock")]
