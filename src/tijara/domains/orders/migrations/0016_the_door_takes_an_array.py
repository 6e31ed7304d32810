"""Orders come to the door as an array with their deadlines beside it, opened once (decision 206). What
the last release calls is led through it.
"""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__)
DOOR = HERE.with_name("place_orders_v5.sql").read_text()
OLD = HERE.with_name("place_orders_v4_by_v5.sql").read_text()
BEFORE = HERE.with_name("place_orders_v4_planned.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("orders", "0015_the_door_keeps_its_plans")]

    operations = [
        migrations.RunSQL(
            DOOR, "DROP FUNCTION place_orders_v5(uuid, jsonb[], timestamptz, timestamptz[])"
        ),
        migrations.RunSQL(OLD, BEFORE),
    ]
