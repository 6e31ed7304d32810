from django.db import models


class Store(models.Model):
    """The face of a seller. Reference data, because every product card names its store."""

    owned_by = "reference"

    seller_id = models.UUIDField(primary_key=True)
    slug = models.SlugField(max_length=60, unique=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    name_fr = models.CharField(max_length=120, blank=True)
    about_ar = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    about_fr = models.TextField(blank=True)
    returns_ar = models.TextField(blank=True)
    returns_en = models.TextField(blank=True)
    returns_fr = models.TextField(blank=True)
    city = models.CharField(max_length=40, blank=True)
    """A city code of geography."""
    hue = models.SmallIntegerField(default=264)
    """The colour of his star, in degrees of oklch."""
    accent = models.CharField(max_length=7, default="", blank=True)
    """"#2a6f4e": what its page wears; empty: what the market wears."""
    logo = models.CharField(max_length=60, default="", blank=True)
    cover = models.CharField(max_length=60, default="", blank=True)
    """Names of made pictures, or nothing."""
    is_open = models.BooleanField(default=True)
    pause_from = models.DateTimeField(null=True)
    pause_until = models.DateTimeField(null=True)
    """From then until then nothing is sold. Both, or neither."""
    pause_ar = models.CharField(max_length=300, blank=True, default="")
    pause_en = models.CharField(max_length=300, blank=True, default="")
    pause_fr = models.CharField(max_length=300, blank=True, default="")
    pause_told = models.BooleanField(default=False)
    """Whether the pages that are kept show a pause."""

    class Meta:
        db_table = "store"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pause_from=None, pause_until=None)
                | models.Q(pause_until__gt=models.F("pause_from")),
                name="store_pause_whole",
            )
        ]
