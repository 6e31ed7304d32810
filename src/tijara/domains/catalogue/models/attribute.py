from django.db import models

from tijara.kit.ids import new_id


class Attribute(models.Model):
    """What products of a category and of all below it tell of themselves, and in which form."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    category = models.ForeignKey("catalogue.Category", models.PROTECT, related_name="+")
    code = models.CharField(max_length=60, unique=True)
    """Short and readable, for addresses: "capacity"."""
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    name_fr = models.CharField(max_length=120, blank=True)
    type = models.CharField(max_length=8)
    unit_ar = models.CharField(max_length=20, blank=True)
    unit_en = models.CharField(max_length=20, blank=True)
    choices = models.JSONField(default=list)
    """[{"key", "ar", "en", "fr"}, …] of a choice or of several, in the order to show."""
    is_required = models.BooleanField(default=False)
    is_facet = models.BooleanField(default=False)
    position = models.SmallIntegerField(default=100)

    class Meta:
        db_table = "catalogue_attribute"
