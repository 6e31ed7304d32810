from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class CashMove(SellerOwned):
    """One step in the life of a parcel's cash."""

    append_only = True

    parcel_id = models.UUIDField()
    before = models.CharField(max_length=14)
    after = models.CharField(max_length=14)
    actor_kind = models.CharField(max_length=10)
    person_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    moved_at = models.DateTimeField(default=now)

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
