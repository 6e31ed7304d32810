from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0004_variant_source_key"),
    ]

    operations = [
        migrations.AddField(
            model_name="product",
            name="is_barred",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
