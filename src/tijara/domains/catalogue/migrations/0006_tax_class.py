from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0005_barred")]

    operations = [
        migrations.AddField(
            "category", "tax_class", models.CharField(max_length=30, blank=True, db_default="")
        ),
        migrations.AddField(
            "product", "tax_class", models.CharField(max_length=30, blank=True, db_default="")
        ),
        migrations.AddIndex(
            "category",
            models.Index(
                fields=["path"],
                condition=models.Q(("tax_class", ""), _negated=True),
                name="catalogue_category_taxed",
            ),
        ),
    ]
