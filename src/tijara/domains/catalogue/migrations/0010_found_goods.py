from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently, TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("catalogue", "0009_goods_kind")]

    operations = [
        TrigramExtension(),
        AddIndexConcurrently(
            model_name="product",
            index=models.Index(fields=["-created_at", "-id"], name="catalogue_product_newest"),
        ),
        AddIndexConcurrently(
            model_name="product",
            index=models.Index(
                fields=["brought_by", "-created_at", "-id"], name="catalogue_product_brought"
            ),
        ),
        AddIndexConcurrently(
            model_name="product",
            index=GinIndex(
                fields=["folded"], name="catalogue_product_named", opclasses=["gin_trgm_ops"]
            ),
        ),
        AddIndexConcurrently(
            model_name="variant",
            index=GinIndex(
                condition=models.Q(("sku", ""), _negated=True),
                fields=["sku"],
                name="catalogue_variant_sku_part",
                opclasses=["gin_trgm_ops"],
            ),
        ),
    ]
