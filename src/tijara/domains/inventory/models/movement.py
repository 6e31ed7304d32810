from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Movement(SellerOwned):
    """Units that came or went, and why. The log is append-only; stock is its sum."""

    append_only = True

    stock_id = models.UUIDField()
    quantity = models.IntegerField()
    kind = models.CharField(max_length=20)
    reference_id = models.UUIDField(null=True)
    """The order, the import or the request that caused it."""
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "inventory_movement"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.Stock",
                to_fields=["seller_id", "id"],
                name="inventory_movement_stock_fk",
            ),
            models.CheckConstraint(
                condition=~models.Q(quantity=0), name="inventory_movement_moves"
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "stock_id", "moved_at"], name="inventory_movement_log"
            )
        ]
