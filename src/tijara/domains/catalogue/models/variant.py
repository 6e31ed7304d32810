from django.db import models

from tijara.kit.ids import new_id


class Variant(models.Model):
    """What is put in the cart: a product in one size, colour, … A plain product has one."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    product = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="variants")
    sku = models.CharField(max_length=80, blank=True)
    gtin = models.CharField(max_length=14, blank=True)
    label_ar = models.CharField(max_length=120, blank=True)
    label_en = models.CharField(max_length=120, blank=True)
    position = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "catalogue_variant"
        indexes = [
            models.Index(
                fields=["gtin"], name="catalogue_variant_gtin", condition=~models.Q(gtin="")
            )
        ]
