from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tijara.kit.ids import new_id


class Variant(models.Model):
    """What is put in the cart: a product in one size, colour, … A plain product has one."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    product = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="variants")
    sku = models.CharField(max_length=80, blank=True)
    gtin = models.CharField(max_length=14, blank=True)
    source_key = models.CharField(max_length=120, blank=True, db_default="")
    """What it is called where its product came from; empty: it has no name of its own there."""
    label_ar = models.CharField(max_length=120, blank=True)
    label_en = models.CharField(max_length=120, blank=True)
    label_fr = models.CharField(max_length=120, blank=True)
    choice = models.JSONField(default=dict)
    """{"colour": "red", "size": "xl"}: a key of each option's values; of a plain product none."""
    picture = models.CharField(max_length=120, blank=True)
    """Of the variant alone; empty: it looks as its product does."""
    weight_grams = models.IntegerField(null=True)
    length_mm = models.IntegerField(null=True)
    width_mm = models.IntegerField(null=True)
    height_mm = models.IntegerField(null=True)
    is_active = models.BooleanField(default=True)
    """A variant that was offered once is retired, never deleted: orders and stock know it."""
    position = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "catalogue_variant"
        constraints = [
            models.UniqueConstraint(fields=["product", "choice"], name="catalogue_variant_choice")
        ]
        indexes = [
            models.Index(
                fields=["gtin"], name="catalogue_variant_gtin", condition=~models.Q(gtin="")
            ),
            models.Index(fields=["sku"], name="catalogue_variant_sku", condition=~models.Q(sku="")),
            GinIndex(
                fields=["sku"],
                name="catalogue_variant_sku_part",
                opclasses=["gin_trgm_ops"],
                condition=~models.Q(sku=""),
            ),
        ]
