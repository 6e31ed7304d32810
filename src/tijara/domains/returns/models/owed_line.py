from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class OwedLine(SellerOwned):
    """So many units of an order's line whose money goes back, and what they had of it. No units: a
    part of the line's price."""

    append_only = True

    owed_id = models.UUIDField()
    order_id = models.UUIDField()
    line_id = models.UUIDField()
    quantity = models.IntegerField()
    items_minor = models.BigIntegerField()
    tax_minor = models.BigIntegerField()
    commission_minor = models.BigIntegerField()
    commission_vat_minor = models.BigIntegerField()
    support_minor = models.BigIntegerField(default=0, db_default=0)
    support_tax_minor = models.BigIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "returns_owed_line"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "owed_id"],
                to="returns.Owed",
                to_fields=["seller_id", "id"],
                name="returns_owed_line_owed_fk",
            ),
            OwnedForeignKey(
                fields=["seller_id", "line_id"],
                to="orders.OrderLine",
                to_fields=["seller_id", "id"],
                name="returns_owed_line_line_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "owed_id", "line_id"], name="returns_owed_line_once"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0), name="returns_owed_line_positive"
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="returns_owed_line_order")]
