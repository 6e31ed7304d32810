from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Word(models.Model):
    """A word of a market's lexicon: in how many documents it stands, and under which keys words
    that sound like it find it. Follows from the documents' texts.
    """

    owned_by = "reference"

    market_id = models.UUIDField()
    word = models.CharField(max_length=60)
    pk = models.CompositePrimaryKey("market_id", "word")
    uses = models.IntegerField()
    keys = ArrayField(models.TextField(), default=list)

    class Meta:
        db_table = "search_word"
        indexes = [
            GinIndex(fields=["keys"], fastupdate=False, name="search_word_keys"),
            GinIndex(
                fields=["word"],
                opclasses=["gin_trgm_ops"],
                fastupdate=False,
                name="search_word_parts",
            ),
        ]
