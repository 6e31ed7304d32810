"""The purchase locks items before the stock, as everybody does who takes both; a guest is one person
by his phone; and what was agreed outlives an edit of the offer. The same function in its place:
what it takes and gives is as before.
"""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__)
BUY = HERE.with_name("buy_flash_v1_in_one_order.sql").read_text()
BEFORE = HERE.with_name("buy_flash_v1_by_the_array.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("flash_sales", "0004_by_the_doors_array")]

    operations = [migrations.RunSQL(BUY, BEFORE)]
