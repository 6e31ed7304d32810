from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned
from tijara.platform.process.log import MoveRow


class ReturnMove(SellerOwned, MoveRow):
    """One step in a return's life."""

    return_id = models.UUIDField()

    class Meta:
        db_table = "returns_move"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "return_id"],
                to="returns.Return",
                to_fields=["seller_id", "id"],
                name="returns_move_return_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "return_id"], name="returns_move_return")]
