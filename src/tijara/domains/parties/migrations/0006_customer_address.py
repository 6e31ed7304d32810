from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("parties", "0005_suspension")]

    operations = [
        migrations.AddField(
            "customer", "address", models.CharField(blank=True, db_default="", max_length=300)
        ),
    ]
