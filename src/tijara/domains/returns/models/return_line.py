from django.db import models
from django.db.models import F, Q

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ReturnLine(SellerOwned):
    """So many units of an order's line in a return, and what was found of them."""

    return_id = models.UUIDField()
    order_id = models.UUIDField()
    line_id = models.UUIDField()
    quantity = models.IntegerField()
    accepted = models.IntegerField(null=True)
    restocked = models.IntegerField(default=0)

    class Meta:
        db_table = "returns_line"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "return_id"],
                to="returns.Return",
                to_fields=["seller_id", "id"],
                name="returns_line_return_fk",
            ),
            OwnedForeignKey(
                fields=["seller_id", "line_id"],
                to="orders.OrderLine",
                to_fields=["seller_id", "id"],
                name="returns_line_line_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "return_id", "line_id"], name="returns_line_once"
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="returns_line_positive"),
            models.CheckConstraint(
                condition=Q(accepted=None, restocked=0)
                | Q(accepted__gte=0, accepted__lte=F("quantity"), restocked__gte=0)
                & Q(restocked__lte=F("accepted")),
                name="returns_line_looked_at",
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="returns_line_order")]
