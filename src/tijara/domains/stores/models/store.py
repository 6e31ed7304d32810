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

    class Meta:
        db_table = "store"
