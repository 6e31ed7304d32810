from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.clock import now


class Synonym(models.Model):
    """What a word means in a market, where people type it and goods are called otherwise."""

    owned_by = "local"

    market_id = models.UUIDField()
    typed = models.CharField(max_length=60)
    """As a term (`kit.arabic.terms`)."""
    pk = models.CompositePrimaryKey("market_id", "typed")
    said = models.CharField(max_length=60)
    """The same as it was written, for the eye."""
    meant = ArrayField(models.CharField(max_length=60))
    """As they were written."""
    written_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_synonym"
