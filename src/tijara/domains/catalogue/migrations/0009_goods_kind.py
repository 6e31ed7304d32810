from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0008_variant_sku")]

    operations = [
        migrations.AddField(
            "category", "goods_kind", models.CharField(max_length=20, blank=True, db_default="")
        ),
    ]
