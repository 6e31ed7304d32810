from django.db import migrations, models

import tijara.kit.ids


class Migration(migrations.Migration):
    dependencies = [("clearing", "0002_forms")]

    operations = [
        migrations.CreateModel(
            name="WaitingTo",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("posting_id", models.UUIDField(null=True)),
            ],
            options={"db_table": "clearing_waiting_to"},
        ),
        migrations.CreateModel(
            name="WaitingOrder",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id",
                        blank=True, editable=False, primary_key=True, serialize=False,
                    ),
                ),
                ("order_id", models.UUIDField()),
                ("number", models.CharField(max_length=12)),
                ("currency", models.CharField(max_length=3)),
                ("minor", models.BigIntegerField()),
                ("since", models.DateTimeField()),
            ],
            options={
                "db_table": "clearing_waiting",
                "indexes": [
                    models.Index(fields=["seller_id", "order_id"], name="clearing_waiting_order")
                ],
            },
        ),
    ]
