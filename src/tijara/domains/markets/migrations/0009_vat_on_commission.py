from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("markets", "0008_prices_include_tax")]

    operations = [
        migrations.AlterField(
            model_name="market",
            name="commission_vat_bp",
            field=models.IntegerField(null=True),
        )
    ]
