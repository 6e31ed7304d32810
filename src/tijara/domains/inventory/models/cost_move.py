from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class CostMove(SellerOwned):
    """Why the value of a stock changed. What a line cost when it was handed over is frozen here."""

    append_only = True

    stock_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    units = models.IntegerField()
    value_minor = models.BigIntegerField()
    order_id = models.UUIDField(null=True)
    line_id = models.UUIDField(null=True)
    reference_id = models.UUIDField()
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "inventory_cost_move"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.StockCost",
                to_fields=["seller_id", "id"],
                name="inventory_cost_move_fk",
            )
        ]
        indexes = [
            models.Index(fields=["-moved_at", "-id"], name="inventory_cost_newest"),
            models.Index(
                fields=["seller_id", "order_id"],
                condition=models.Q(order_id__isnull=False),
                name="inventory_cost_order",
            ),
        ]
