from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Use(SellerOwned):
    """What an order got by a promotion, beside the order that it stands on."""

    order_id = models.UUIDField()
    owner_id = models.UUIDField()
    promotion_id = models.UUIDField()
    checkout_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    sales_minor = models.BigIntegerField()
    """What the order's goods cost after it."""
    minor = models.BigIntegerField()
    market_minor = models.BigIntegerField()
    used_at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)
    """When the order was called off."""

    class Meta:
        db_table = "promotions_use"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "order_id", "promotion_id"], name="promotions_use_once"
            ),
            models.CheckConstraint(
                condition=models.Q(minor__gt=0, market_minor__gte=0)
                & models.Q(market_minor__lte=models.F("minor")),
                name="promotions_use_sound",
            ),
        ]
        indexes = [models.Index(fields=["promotion_id"], name="promotions_use_of")]
