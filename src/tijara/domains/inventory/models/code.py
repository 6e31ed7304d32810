from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Code(SellerOwned):
    """One unit of a code stock, sealed at rest. It gets an order once, and never another."""

    stock_id = models.UUIDField()
    sealed = models.TextField()
    mark = models.CharField(max_length=64)
    """A keyed hash of the code: tells a repetition without opening anything."""
    last = models.CharField(max_length=4)
    added_at = models.DateTimeField(default=now)
    order_id = models.UUIDField(null=True)
    line_id = models.UUIDField(null=True)
    assigned_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)
    """When its buyer first looked at it."""

    class Meta:
        db_table = "inventory_code"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.Stock",
                to_fields=["seller_id", "id"],
                name="inventory_code_stock_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "stock_id", "mark"], name="inventory_code_once"
            ),
            models.CheckConstraint(
                condition=models.Q(order_id=None, line_id=None, assigned_at=None)
                | models.Q(
                    order_id__isnull=False, line_id__isnull=False, assigned_at__isnull=False
                ),
                name="inventory_code_assigned_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "stock_id", "id"],
                condition=models.Q(order_id=None),
                name="inventory_code_waiting",
            ),
            models.Index(fields=["seller_id", "order_id"], name="inventory_code_order"),
        ]
