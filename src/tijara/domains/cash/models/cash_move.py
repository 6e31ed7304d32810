from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned
from tijara.platform.process.log import MoveRow


class CashMove(SellerOwned, MoveRow):
    """One step in the life of a parcel's cash."""

    parcel_id = models.UUIDField()

    class Meta:
        db_table = "cash_move"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "parcel_id"],
                to="cash.CashParcel",
                to_fields=["seller_id", "id"],
                name="cash_move_parcel_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "parcel_id"], name="cash_move_parcel")]
