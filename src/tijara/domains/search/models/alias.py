from django.db import models

from tijara.kit.clock import now


class Alias(models.Model):
    """What people call a product in a market, as staff have decided on what was chosen."""

    owned_by = "local"

    market_id = models.UUIDField()
    product_id = models.UUIDField()
    text = models.CharField(max_length=60)
    pk = models.CompositePrimaryKey("market_id", "product_id", "text")
    said = models.CharField(max_length=60)
    is_accepted = models.BooleanField()
    """False: it was refused, and is not proposed again."""
    decided_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_alias"
        indexes = [models.Index(fields=["product_id"], name="search_alias_product")]
