from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class GatewayShare(SellerOwned):
    """One seller's part of a line that was booked: what it did to his order's money. Its `id` is
    its own: a line may come to an order a second time, when it is explained."""

    append_only = True

    line_id = models.UUIDField()
    order_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    settled_minor = models.BigIntegerField(default=0)
    refunded_minor = models.BigIntegerField(default=0)
    fee_minor = models.BigIntegerField(default=0)
    vat_minor = models.BigIntegerField(default=0)

    class Meta:
        db_table = "clearing_share"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "line_id", "order_id"], name="clearing_share_once"
            )
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="clearing_share_order")]
