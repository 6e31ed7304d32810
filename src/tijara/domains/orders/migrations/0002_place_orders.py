"""The order door. A change of it is a new version beside the old, so that a deploy can overlap."""

from pathlib import Path

from django.db import migrations

DOOR = Path(__file__).with_name("place_orders_v1.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [
        ("orders", "0001_initial"),
        ("inventory", "0001_initial"),
        ("offers", "0001_initial"),
        ("ledger", "0001_initial"),
        ("outbox", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(DOOR, "DROP FUNCTION place_orders_v1(uuid, jsonb)"),
    ]
