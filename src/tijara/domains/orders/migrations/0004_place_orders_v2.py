"""The order door, second version: pending orders, kinds of lines, the promise of delivery.

The first stays callable beside it while a deploy overlaps; a later migration drops it.
"""

from pathlib import Path

from django.db import migrations

DOOR = Path(__file__).with_name("place_orders_v2.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("orders", "0003_opened_orders"), ("outbox", "0001_initial")]

    operations = [
        migrations.RunSQL(DOOR, "DROP FUNCTION place_orders_v2(uuid, jsonb)"),
    ]
