from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class OrderMove(SellerOwned):
    """One step in an order's life: who moved it, from where to where, and when."""

    append_only = True

    order_id = models.UUIDField()
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    actor_kind = models.CharField(max_length=10)
    person_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    moved_at = models.DateTimeField(default=now)

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
        indexes = [models.Index(fields=["seller_id", "order_id"], name="orders_move_order")]
