from django.contrib.postgres.indexes import BrinIndex
from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned
from tijara.platform.process.log import MoveRow


class OrderMove(SellerOwned, MoveRow):
    """One step in an order's life."""

    order_id = models.UUIDField()

    class Meta:
        db_table = "orders_move"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="orders_move_order_fk",
            )
        ]
        indexes = [
            models.Index(fields=["seller_id", "order_id"], name="orders_move_order"),
            BrinIndex(
                fields=["moved_at"],
                pages_per_range=32,
                autosummarize=True,
                name="orders_move_newest",
            ),
        ]
