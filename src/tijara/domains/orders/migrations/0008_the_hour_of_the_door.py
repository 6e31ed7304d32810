"""The order door takes its hour from who calls it, as all else takes it from the one clock.

The same function in its place: a list whose orders tell no hour, from a process of before, is of now.
"""

from pathlib import Path

from django.db import migrations

BEFORE = Path(__file__).with_name("place_orders_v2.sql").read_text()
BEFORE = BEFORE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
HOUR = "  v_now timestamptz := coalesce((p_orders -> 0 ->> 'at')::timestamptz, now());\n"
DOOR = BEFORE.replace("now()", "v_now").replace("DECLARE\n", f"DECLARE\n{HOUR}", 1)


class Migration(migrations.Migration):
    dependencies = [("orders", "0007_of_all_sellers")]

    operations = [migrations.RunSQL(DOOR, BEFORE)]
