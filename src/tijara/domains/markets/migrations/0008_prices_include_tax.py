from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("markets", "0007_protection_days")]

    operations = [
        migrations.AddField(
            model_name="market",
            name="prices_include_tax",
            field=models.BooleanField(db_default=True, default=True),
        ),
    ]
