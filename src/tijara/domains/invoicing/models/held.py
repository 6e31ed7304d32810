from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Held(SellerOwned):
    """An order whose paper would break an authority's rules: without a number until it doesn't."""

    order_id = models.UUIDField()
    refund_id = models.UUIDField(null=True)
    """Its credit note is held; null, its invoice."""
    order_number = models.CharField(max_length=12)
    remarks = models.JSONField(encoder=DjangoJSONEncoder)
    held_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "invoicing_held"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="invoicing_held_order_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "order_id", "refund_id"],
                nulls_distinct=False,
                name="invoicing_held_once",
            ),
        ]
        indexes = [models.Index(fields=["-held_at"], name="invoicing_held_latest")]
