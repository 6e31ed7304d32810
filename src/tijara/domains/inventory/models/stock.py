from django.db import models
from django.db.models import F, Q

from tijara.platform.ownership.rows import SellerOwned

from ..shapes import StockKind


class Stock(SellerOwned):
    """What a seller has of a variant. `on_hand` sums its movements, `held` its holds."""

    variant_id = models.UUIDField()
    on_hand = models.IntegerField(default=0)
    held = models.IntegerField(default=0)
    low_at = models.IntegerField(default=3)
    kind = models.CharField(max_length=10, default=StockKind.SHELF, db_default=StockKind.SHELF)

    class Meta:
        db_table = "inventory_stock"
        constraints = [
            models.CheckConstraint(
                condition=Q(on_hand__gte=0), name="inventory_stock_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(held__gte=0, held__lte=F("on_hand")), name="inventory_stock_held_fits"
            ),
        ]
        indexes = [models.Index(fields=["variant_id"], name="inventory_stock_variant")]
