from django.db import migrations, models

import tijara.kit.ids


class Migration(migrations.Migration):
    dependencies = [("ledger", "0006_deposits")]

    operations = [
        migrations.CreateModel(
            name="SummedTo",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("posting_id", models.UUIDField()),
            ],
            options={"db_table": "ledger_summed_to"},
        ),
        migrations.CreateModel(
            name="AccountSum",
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
                ("account", models.CharField(max_length=40)),
                ("currency", models.CharField(max_length=3)),
                ("minor", models.BigIntegerField()),
            ],
            options={"db_table": "ledger_sum"},
        ),
    ]
