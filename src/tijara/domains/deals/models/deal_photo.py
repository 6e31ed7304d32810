from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class DealPhoto(SellerOwned):
    """A picture beside what one side of a dispute has written. The file lies with the seller's, and
    only the two sides and staff are given it."""

    append_only = True

    deal_id = models.UUIDField()
    actor_kind = models.CharField(max_length=10)
    file_id = models.UUIDField()
    added_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "deals_photo"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "deal_id"],
                to="deals.Dispute",
                to_fields=["seller_id", "id"],
                name="deals_photo_dispute_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "deal_id"], name="deals_photo_deal")]
