"""The purchase of a flash sale goes by the plan for the average seller (decision 182)."""

from django.db import migrations

BUY = "ALTER FUNCTION buy_flash_v1(uuid, uuid[], timestamptz)"


class Migration(migrations.Migration):
    dependencies = [("flash_sales", "0002_buy_flash")]

    operations = [
        migrations.RunSQL(
            f"{BUY} SET plan_cache_mode TO force_generic_plan", f"{BUY} RESET plan_cache_mode"
        ),
    ]
