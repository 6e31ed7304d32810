from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0006_tax_class"),
    ]

    operations = [
        migrations.AddField(
            model_name="category",
            name="return_days",
            field=models.SmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="category",
            name="warranty_months",
            field=models.SmallIntegerField(null=True),
        ),
    ]
