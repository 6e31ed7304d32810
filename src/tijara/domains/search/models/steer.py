from django.db import models

from tijara.kit.clock import now


class Steer(models.Model):
    """What a market's staff have put before chance: a product first for some words, a brand, shop,
    department or product that counts for more or for less, words that lead to a page."""

    owned_by = "local"

    market_id = models.UUIDField()
    id = models.UUIDField()
    pk = models.CompositePrimaryKey("market_id", "id")
    kind = models.CharField(max_length=8)
    """shapes.SteerKind."""
    text = models.CharField(max_length=60, blank=True)
    """The terms that it is for; empty: whatever is searched for."""
    said = models.CharField(max_length=60, blank=True)
    aim = models.CharField(max_length=8, blank=True)
    """shapes.SteerAim: what `target` names."""
    target = models.CharField(max_length=255)
    percent = models.SmallIntegerField(default=0)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    """The last day; None: until somebody takes it back."""
    written_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_steer"
