"""Which sales' places still hold what people wrote in them."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("flash_sales", "0006_turns_for_who_is_ready")]

    operations = [
        migrations.AddField(
            "sale", "is_cleared", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AddIndex(
            "sale",
            models.Index(
                fields=["ended_at"],
                condition=Q(state="ended", is_cleared=False),
                name="flash_sale_to_clear",
            ),
        ),
    ]
