from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Hold(SellerOwned):
    """Units kept for a checkout until `expires_at`. Used, let go or swept, it goes."""

    stock_id = models.UUIDField()
    checkout_id = models.UUIDField()
    quantity = models.IntegerField()
    expires_at = models.DateTimeField()
    held_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "inventory_hold"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "stock_id"],
                to="inventory.Stock",
                to_fields=["seller_id", "id"],
                name="inventory_hold_stock_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "checkout_id", "stock_id"], name="inventory_hold_once"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="inventory_hold_positive"
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="inventory_hold_expiry")]
