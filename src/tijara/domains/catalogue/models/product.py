from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Product(models.Model):
    """A thing that may be sold, whoever sells it."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    slug = models.CharField(max_length=160, unique=True)
    """Of its address: the folded name and a short tail that makes it unique."""
    source = models.CharField(max_length=40, default="")
    source_key = models.CharField(max_length=120)
    """Who brought it and what he calls it: a second import of the row updates, never doubles."""
    name_ar = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    folded = models.TextField(default="", blank=True)
    """Both names folded by kit.arabic, for finding it in lists."""
    about_ar = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    specs = models.JSONField(default=list)
    """[{"ar": label, "en": label, "value_ar": …, "value_en": …}, …] in the order to show."""
    brand = models.ForeignKey("catalogue.Brand", models.PROTECT, null=True, related_name="+")
    category = models.ForeignKey("catalogue.Category", models.PROTECT, related_name="+")
    picture = models.CharField(max_length=120, blank=True)
    """The name of a picture under static/art, without its suffix; empty: none yet."""
    is_published = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "catalogue_product"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], name="catalogue_product_source"
            )
        ]
