"""A place may miss two turns."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("flash_sales", "0005_everybody_locks_in_one_order")]

    operations = [
        migrations.AddField(
            "place", "missed", models.SmallIntegerField(default=0, db_default=0)
        ),
    ]
