from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0007_after_sale"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="variant",
            index=models.Index(
                condition=models.Q(("sku", ""), _negated=True),
                fields=["sku"],
                name="catalogue_variant_sku",
            ),
        ),
    ]
