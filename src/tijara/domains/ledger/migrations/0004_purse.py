from django.db import migrations, models

import tijara.kit.ids


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_of_all_sellers")]

    operations = [
        migrations.CreateModel(
            name="Purse",
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
                ("currency", models.CharField(max_length=3)),
                ("held_minor", models.BigIntegerField()),
            ],
            options={
                "db_table": "ledger_purse",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("held_minor__gte", 0)),
                        name="ledger_purse_not_below_nothing",
                    )
                ],
            },
        ),
    ]
