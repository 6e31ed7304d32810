from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.clock import now


class Wording(models.Model):
    """Words that people search for in a market, in a language: how often, and what they find.

    Nobody is named: `marks` are digests of a month's visitors, of which no more are kept than say
    that there were several (`rules.asked`), and none once there were.
    """

    owned_by = "local"

    market_id = models.UUIDField()
    language = models.CharField(max_length=7)
    text = models.CharField(max_length=60)
    """Its terms: ways of writing the same count together."""
    pk = models.CompositePrimaryKey("market_id", "language", "text")
    said = models.CharField(max_length=60)
    """As somebody typed it last."""
    heat = models.FloatField(default=0)
    """How often in about a month, as of `last_at`: it fades."""
    people = models.SmallIntegerField(default=0)
    """How many different visitors, up to `rules.MOST_MARKS`."""
    marks = ArrayField(models.BigIntegerField(), default=list)
    is_blocked = models.BooleanField(default=False)
    """Staff don't want it suggested to anybody."""
    found = models.IntegerField(null=True)
    """How many goods it finds; None: nobody has looked yet."""
    departments = ArrayField(models.TextField(), default=list)
    sellers = ArrayField(models.UUIDField(), default=list)
    """Of the goods that stand first."""
    placed_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_wording"
        indexes = [
            models.Index(
                fields=["placed_at"],
                condition=models.Q(people__gte=5),
                name="search_wording_unplaced",
            ),
            models.Index(fields=["market_id", "-heat"], name="search_wording_hot"),
        ]
