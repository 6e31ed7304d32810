from django.db import models

from tijara.kit.clock import now


class ShelfCount(models.Model):
    """How many products of each facet's values stand in a place, with nothing picked.

    Can be dropped at any time: it is counted again when somebody looks.
    """

    owned_by = "reference"

    market_id = models.UUIDField()
    place = models.CharField(max_length=300)
    """rules.place_of: everything, a category or a store."""
    pk = models.CompositePrimaryKey("market_id", "place")
    total = models.IntegerField()
    counts = models.JSONField()
    """[facet, value, count, Arabic name, English name] each."""
    is_stale = models.BooleanField(default=False)
    """Something there has changed since the last count began."""
    taken_at = models.DateTimeField(null=True)
    """A worker began to count it then and hasn't ended: whoever dies is followed by another."""
    counted_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_shelf_count"
        indexes = [
            models.Index(
                fields=["counted_at"],
                condition=models.Q(is_stale=True) | models.Q(taken_at__isnull=False),
                name="search_shelf_count_due",
            )
        ]
