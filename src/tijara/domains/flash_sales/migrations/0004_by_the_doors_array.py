"""The purchase brings its orders to the door as an array: they are read, and nothing is written into
them (decision 206). The same function in its place: what it takes and gives is as before.
"""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__)
BUY = HERE.with_name("buy_flash_v1_by_the_array.sql").read_text()
BEFORE = HERE.with_name("buy_flash_v1.sql").read_text()
BEFORE = BEFORE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
AVERAGE = "ALTER FUNCTION buy_flash_v1(uuid, uuid[], timestamptz)"
AVERAGE += " SET plan_cache_mode TO force_generic_plan"


class Migration(migrations.Migration):
    dependencies = [
        ("flash_sales", "0003_one_plan_whoever_sells"),
        ("orders", "0016_the_door_takes_an_array"),
    ]

    operations = [migrations.RunSQL(BUY, BEFORE + AVERAGE)]
