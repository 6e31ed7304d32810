"""Lines are taken by the statement that commits a checkout."""

from pathlib import Path

from django.db import migrations

TAKE = Path(__file__).with_name("take_lines_v1.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("carts", "0001_initial")]

    operations = [
        migrations.RunSQL(TAKE, "DROP FUNCTION take_cart_lines_v1(uuid, uuid[], int[])"),
    ]
