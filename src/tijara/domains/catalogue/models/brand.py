from django.db import models

from tijara.kit.ids import new_id


class Brand(models.Model):
    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    key = models.CharField(max_length=120, unique=True)
    """Its folded name: two spellings that fold alike are one brand."""
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    """In Latin letters: as English and French write it."""

    class Meta:
        db_table = "catalogue_brand"
