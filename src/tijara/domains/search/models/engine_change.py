from django.db import models


class EngineChange(models.Model):
    """A product of which an engine outside has to hear, and since when. It goes when all of the
    engine's generations have it as it stands."""

    owned_by = "reference"

    product_id = models.UUIDField(primary_key=True)
    version = models.BigIntegerField()
    """Microseconds of the server's clock, and always more than before."""

    class Meta:
        db_table = "search_engine_change"
        indexes = [models.Index(fields=["version"], name="search_engine_change_first")]
