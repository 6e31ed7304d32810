from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Awaited(models.Model):
    """A variant that somebody waits for in a market, and when it is looked at again: the queue of
    who tells of it. How many wait, the waits themselves say."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    product_id = models.UUIDField(db_index=True)
    variant_id = models.UUIDField()
    look_at = models.DateTimeField(default=now, db_index=True)
    room = models.IntegerField(default=0)
    """How many more may be told before the others have to see whether any is left."""
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "awaiting_variant"
        constraints = [
            models.UniqueConstraint(
                fields=["variant_id", "market_id"], name="awaiting_variant_once"
            )
        ]
