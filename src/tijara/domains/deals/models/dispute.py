from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Dispute(SellerOwned):
    """What a buyer has to say about a deal. Its id is the deal's: there is one at most for each;
    where it stands is the deal's own state."""

    append_only = True

    buyer_id = models.UUIDField()
    reason = models.CharField(max_length=20)
    opened_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "deals_dispute"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="deals.Deal",
                to_fields=["seller_id", "id"],
                name="deals_dispute_deal_fk",
            )
        ]
        indexes = [
            models.Index(fields=["seller_id", "-opened_at", "-id"], name="deals_dispute_list"),
            models.Index(fields=["-opened_at", "-id"], name="deals_dispute_latest"),
        ]
