from django.db import models

from tijara.kit.clock import now

from ..shapes import Level


class Place(models.Model):
    """A place that an operator's list has told of. Never deleted: an address may use it.

    One that ships with the project is here too, once a list has named it, by its own code: only
    the list's number of it is taken from here, its names stay those of the file.
    """

    owned_by = "reference"

    code = models.CharField(primary_key=True, max_length=40)
    """What addresses keep. It never changes."""
    country = models.CharField(max_length=2)
    level = models.CharField(max_length=10, default=Level.CITY)
    parent = models.CharField(max_length=40, blank=True)
    """The code of a city's region, of a district's city."""
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=40, blank=True)
    """What its list calls it by, so that the same list comes in twice and changes nothing."""
    is_shipped = models.BooleanField(default=False)
    told_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "geography_place"
        constraints = [
            models.UniqueConstraint(
                fields=["country", "level", "number"],
                condition=~models.Q(number=""),
                name="geography_place_number",
            )
        ]
        indexes = [models.Index(fields=["level", "parent"], name="geography_place_parent")]
