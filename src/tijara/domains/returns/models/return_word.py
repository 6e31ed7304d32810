from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ReturnWord(SellerOwned):
    """What buyer and shop have written to each other about a return."""

    append_only = True

    return_id = models.UUIDField()
    actor_kind = models.CharField(max_length=10)
    text = models.TextField()
    written_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "returns_word"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "return_id"],
                to="returns.Return",
                to_fields=["seller_id", "id"],
                name="returns_word_return_fk",
            )
        ]
        indexes = [models.Index(fields=["seller_id", "return_id"], name="returns_word_return")]
