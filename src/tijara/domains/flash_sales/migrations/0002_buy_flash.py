"""The purchase of a flash sale. A change of it is a new version beside the old."""

from pathlib import Path

from django.db import migrations

BUY = Path(__file__).with_name("buy_flash_v1.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [
        ("flash_sales", "0001_initial"),
        ("orders", "0015_the_door_keeps_its_plans"),
    ]

    operations = [
        migrations.RunSQL(BUY, "DROP FUNCTION buy_flash_v1(uuid, uuid[], timestamptz)"),
    ]
