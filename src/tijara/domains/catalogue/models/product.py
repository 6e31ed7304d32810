from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id

from ..shapes import ProductKind


class Product(models.Model):
    """A thing that may be sold, whoever sells it."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    slug = models.CharField(max_length=160, unique=True)
    """Of its address: the folded name and a short tail that makes it unique."""
    source = models.CharField(max_length=40, default="")
    source_key = models.CharField(max_length=120)
    """Where it came from and what it is called there: a second import updates, never doubles."""
    brought_by = models.UUIDField(null=True, db_index=True)
    """The seller who brought it, and alone may change what it says; empty: only staff may."""
    kind = models.CharField(max_length=8, default=ProductKind.PHYSICAL)
    name_ar = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    name_fr = models.CharField(max_length=300, blank=True)
    folded = models.TextField(default="", blank=True)
    """Its names folded by kit.arabic, for finding it in lists."""
    about_ar = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    about_fr = models.TextField(blank=True)
    specs = models.JSONField(default=list)
    """[{"ar": label, "en": label, "value_ar": …, "value_en": …}, …] in the order to show."""
    attributes = models.JSONField(default=dict)
    """Values of its category's attributes by their ids, each as rules.attributes writes it."""
    options = models.JSONField(default=list)
    """[{"key", "ar", "en", "fr", "values": [{"key", "ar", "en", "fr", "swatch"}, …]}, …]."""
    brand = models.ForeignKey("catalogue.Brand", models.PROTECT, null=True, related_name="+")
    category = models.ForeignKey("catalogue.Category", models.PROTECT, related_name="+")
    tax_class = models.CharField(max_length=30, blank=True, db_default="")
    """A word of the country profiles' tax classes ("medicine"), or "standard"; empty: as its
    department is."""
    picture = models.CharField(max_length=120, blank=True)
    """The main picture's name, as kit.pictures writes it or of the artwork; empty: none yet."""
    is_published = models.BooleanField(default=True)
    is_barred = models.BooleanField(default=False, db_default=False)
    """Staff took it off the market: until they put it back, its seller can't publish it."""
    version = models.IntegerField(default=1)
    """Grows with every change by hand, so that nobody overwrites what he has not seen."""
    created_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "catalogue_product"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], name="catalogue_product_source"
            )
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="catalogue_product_newest"),
            models.Index(
                fields=["brought_by", "-created_at", "-id"], name="catalogue_product_brought"
            ),
            GinIndex(fields=["folded"], name="catalogue_product_named", opclasses=["gin_trgm_ops"]),
        ]
