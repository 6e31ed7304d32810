from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.ids import new_id
from tijara.platform.locks import one_at_a_time

from ..rules import AT_FIRST, first_shelf_id


class ShelfQuerySet(models.QuerySet):
    def arranged(self, market_id: UUID) -> list["Shelf"]:
        """All of a market, in their order, for one who changes them: nobody else does meanwhile.
        Where none is kept yet, those that a front page has of itself are written down."""
        one_at_a_time(f"content.shelves:{market_id}")
        kept = list(self.filter(market_id=market_id).order_by("position", "id"))
        return kept or self.bulk_create(
            self.model(
                id=first_shelf_id(market_id, source),
                market_id=market_id,
                source=source,
                position=place,
            )
            for place, source in enumerate(AT_FIRST, start=1)
        )


class Shelf(models.Model):
    """Goods that stand together on a market's front page."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    source = models.CharField(max_length=12)
    place = models.CharField(max_length=255, blank=True)
    """Which department, brand or store."""
    products = ArrayField(models.UUIDField(), default=list)
    """Those picked by hand, in their order."""
    heading_ar = models.CharField(max_length=80, blank=True)
    heading_en = models.CharField(max_length=80, blank=True)
    heading_fr = models.CharField(max_length=80, blank=True)
    picture = models.CharField(max_length=60, blank=True, db_default="")
    """The name of a made picture, or of the house's artwork; empty: goods are picture enough."""
    position = models.SmallIntegerField()
    is_on = models.BooleanField(default=True)
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)

    objects: ClassVar[ShelfQuerySet] = ShelfQuerySet.as_manager()

    class Meta:
        db_table = "content_shelf"
        indexes = [models.Index(fields=["market_id", "position"], name="content_shelf_of_market")]
