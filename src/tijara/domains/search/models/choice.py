from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.clock import now


class Choice(models.Model):
    """Which product people opened after they had searched for some words, and how many did."""

    owned_by = "local"

    market_id = models.UUIDField()
    text = models.CharField(max_length=60)
    product_id = models.UUIDField()
    pk = models.CompositePrimaryKey("market_id", "text", "product_id")
    said = models.CharField(max_length=60)
    times = models.IntegerField(default=0)
    people = models.SmallIntegerField(default=0)
    marks = ArrayField(models.BigIntegerField(), default=list)
    """As a wording's."""
    last_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_choice"
        indexes = [models.Index(fields=["market_id", "-people"], name="search_choice_most")]
