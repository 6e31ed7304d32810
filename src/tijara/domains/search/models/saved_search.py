from django.db import models

from tijara.kit.clock import now


class SavedSearch(models.Model):
    """A search that a buyer keeps with its filters, and what he has been told of it.

    `known` has the price of each product that it found when it was last looked at, the newest
    ones: what is not in it is new, what costs less has fallen.
    """

    owned_by = "buyer_id"

    buyer_id = models.UUIDField()
    id = models.UUIDField()
    pk = models.CompositePrimaryKey("buyer_id", "id")
    market_id = models.UUIDField()
    name = models.CharField(max_length=120)
    path = models.CharField(max_length=300)
    """Where it leads, without market and language: "/search?q=…"."""
    text = models.CharField(max_length=100, blank=True)
    category_path = models.CharField(max_length=255, blank=True)
    picked = models.JSONField(default=dict)
    language = models.CharField(max_length=7)
    rhythm = models.CharField(max_length=8)
    """shapes.Rhythm."""
    known = models.JSONField(default=dict)
    looked_at = models.DateTimeField(default=now)
    told_at = models.DateTimeField(null=True)
    kept_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_saved"
        indexes = [
            models.Index(
                fields=["looked_at"],
                condition=~models.Q(rhythm="never"),
                name="search_saved_due",
            )
        ]
