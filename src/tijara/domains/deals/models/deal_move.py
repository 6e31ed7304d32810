from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned
from tijara.platform.process.log import MoveRow


class DealMove(SellerOwned, MoveRow):
    """One step in a deal's life."""

    deal_id = models.UUIDField()

    class Meta:
        db_table = "deals_move"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "deal_id"],
                to="deals.Deal",
                to_fields=["seller_id", "id"],
                name="deals_move_deal_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "deal_id"], name="deals_move_deal")]
