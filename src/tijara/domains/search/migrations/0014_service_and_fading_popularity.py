"""How sellers serve."""

import tijara.kit.clock
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0013_who_counts")]

    operations = [
        migrations.CreateModel(
            name="SellerRecord",
            fields=[
                ("seller_id", models.UUIDField(primary_key=True, serialize=False)),
                ("served", models.FloatField(default=0)),
                ("failed", models.FloatField(default=0)),
                ("counted_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={"db_table": "search_seller_record"},
        ),
    ]
