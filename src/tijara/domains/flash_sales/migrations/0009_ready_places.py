"""Turns go to those whose order lies ready, to a household no more than it may have."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q

KEYS = ["seller_id", "sale_id"]


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("flash_sales", "0008_audits_are_kept")]

    operations = [
        AddIndexConcurrently(
            "place",
            models.Index(
                fields=[*KEYS, "item_id", "position"],
                condition=Q(state="waiting", is_ready=True),
                name="flash_place_ready",
            ),
        ),
        AddIndexConcurrently(
            "place",
            models.Index(
                fields=[*KEYS, "phone_key"],
                condition=Q(state="turn"),
                name="flash_place_turn_phone",
            ),
        ),
        AddIndexConcurrently(
            "place",
            models.Index(
                fields=[*KEYS, "address_key"],
                condition=Q(state="turn"),
                name="flash_place_turn_home",
            ),
        ),
    ]
