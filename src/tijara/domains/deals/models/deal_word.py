from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class DealWord(SellerOwned):
    """What buyer, seller and staff have written about a dispute."""

    append_only = True

    deal_id = models.UUIDField()
    actor_kind = models.CharField(max_length=10)
    text = models.TextField()
    written_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "deals_word"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "deal_id"],
                to="deals.Dispute",
                to_fields=["seller_id", "id"],
                name="deals_word_dispute_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "deal_id"], name="deals_word_deal")]
