from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="refund",
            name="given_before_minor",
            field=models.BigIntegerField(null=True),
        ),
    ]
