from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ReturnMove(SellerOwned):
    """One step in a return's life."""

    append_only = True

    return_id = models.UUIDField()
    before = models.CharField(max_length=12)
    after = models.CharField(max_length=12)
    actor_kind = models.CharField(max_length=10)
    person_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    moved_at = models.DateTimeField(default=now)

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
