from django.db import models

from tijara.kit.clock import now


class Missed(models.Model):
    """What was searched for in a market and not found as it was typed, and how often."""

    owned_by = "local"

    market_id = models.UUIDField()
    text = models.CharField(max_length=60)
    """Its terms: ways of writing the same count together."""
    pk = models.CompositePrimaryKey("market_id", "text")
    said = models.CharField(max_length=60)
    """As somebody typed it last."""
    times = models.IntegerField(default=1)
    shown = models.CharField(max_length=60, blank=True)
    """What was shown instead; empty where nothing was."""
    last_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_missed"
        indexes = [models.Index(fields=["market_id", "-times"], name="search_missed_most")]
