from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("markets", "0009_vat_on_commission")]

    operations = [
        migrations.AddField(
            model_name="market",
            name="abroad",
            field=models.JSONField(blank=True, db_default=[], default=list),
        ),
    ]
