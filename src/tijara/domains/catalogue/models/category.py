from django.db import models

from tijara.kit.ids import new_id


class Category(models.Model):
    """A node of the tree. `path` is the slugs from the root, "hosting/dallahs"; it is unique."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=255, unique=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    name_fr = models.CharField(max_length=120, blank=True)
    picture = models.CharField(max_length=120, blank=True)
    position = models.SmallIntegerField(default=100)
    tax_class = models.CharField(max_length=30, blank=True, db_default="")
    """Of its goods, and of all below it that say nothing else; empty: as the one above is."""
    return_days = models.SmallIntegerField(null=True)
    """Days in which its goods may be sent back unwanted; 0 none, null as above it."""
    warranty_months = models.SmallIntegerField(null=True)
    """Months in which a fault is the shop's to mend; null as above it."""
    goods_kind = models.CharField(max_length=20, blank=True, db_default="")
    """A word of the consumer laws (`GoodsKind`); empty: as above it."""

    class Meta:
        db_table = "catalogue_category"
        indexes = [
            models.Index(
                fields=["path"],
                condition=~models.Q(tax_class=""),
                name="catalogue_category_taxed",
            )
        ]
