from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Goodwill(SellerOwned):
    """What a shop has given the buyer of an order to make up for something."""

    order_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    words = models.CharField(max_length=200, blank=True)
    person_id = models.UUIDField(null=True)
    given_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "returns_goodwill"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="returns_goodwill_order_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="returns_goodwill_positive"
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="returns_goodwill_order")]
