from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ReturnPhoto(SellerOwned):
    """A picture of what is wrong. The file lies with the seller's, and only the two sides and staff
    are given it."""

    append_only = True

    return_id = models.UUIDField()
    actor_kind = models.CharField(max_length=10)
    file_id = models.UUIDField()
    added_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "returns_photo"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "return_id"],
                to="returns.Return",
                to_fields=["seller_id", "id"],
                name="returns_photo_return_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "return_id"], name="returns_photo_return")]
