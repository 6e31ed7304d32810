"""The order door plans its statements once a connection instead of once an order, and answers from what
it knows. The same function in its place: what it takes and gives is as before.
"""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__)
DOOR = HERE.with_name("place_orders_v4_planned.sql").read_text()
BEFORE = HERE.with_name("place_orders_v4.sql").read_text()
BEFORE = BEFORE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


class Migration(migrations.Migration):
    dependencies = [("orders", "0014_deposits_found")]

    operations = [migrations.RunSQL(DOOR, BEFORE)]
