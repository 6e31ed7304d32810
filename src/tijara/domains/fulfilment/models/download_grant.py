from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class DownloadGrant(SellerOwned):
    """The right to fetch the files of a line that was bought. Links die with `granted_at`."""

    order_id = models.UUIDField()
    line_id = models.UUIDField()
    stock_id = models.UUIDField()
    bought_at = models.DateTimeField(default=now)
    granted_at = models.DateTimeField(default=now)
    """Moved forward when the buyer renews his links: older ones are over then."""
    expires_at = models.DateTimeField()
    renewals = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "fulfilment_grant"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "line_id"],
                to="orders.OrderLine",
                to_fields=["seller_id", "id"],
                name="fulfilment_grant_line_fk",
            ),
            models.UniqueConstraint(fields=["seller_id", "line_id"], name="fulfilment_grant_once"),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="fulfilment_grant_order")]
