"""Turns go to those whose order lies ready, to a household no more than it may have, and a place may
miss two of them. The table is as long as the queues of some days: its indexes are made in seconds.
"""

from django.db import migrations, models
from django.db.models import Q

KEYS = ["seller_id", "sale_id"]


class Migration(migrations.Migration):
    dependencies = [("flash_sales", "0005_everybody_locks_in_one_order")]

    operations = [
        migrations.AddField(
            "place", "missed", models.SmallIntegerField(default=0, db_default=0)
        ),
        migrations.AddIndex(
            "place",
            models.Index(
                fields=[*KEYS, "item_id", "position"],
                condition=Q(state="waiting", is_ready=True),
                name="flash_place_ready",
            ),
        ),
        migrations.AddIndex(
            "place",
            models.Index(
                fields=[*KEYS, "phone_key"],
                condition=Q(state="turn"),
                name="flash_place_turn_phone",
            ),
        ),
        migrations.AddIndex(
            "place",
            models.Index(
                fields=[*KEYS, "address_key"],
                condition=Q(state="turn"),
                name="flash_place_turn_home",
            ),
        ),
    ]
