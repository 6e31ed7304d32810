import tijara.kit.clock
import tijara.kit.ids
import tijara.platform.ownership.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("orders", "0009_process_version")]

    operations = [
        migrations.CreateModel(
            name="Deal",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                ("pk", models.CompositePrimaryKey("seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=12)),
                ("process_version", models.SmallIntegerField(db_default=1, default=1)),
                ("opened_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("moved_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("due_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "deals_deal",
                "indexes": [
                    models.Index(condition=models.Q(("state", "performed")), fields=["due_at"], name="deals_deal_due"),
                    models.Index(condition=models.Q(("state", "performed")), fields=["seller_id", "due_at"], name="deals_deal_held"),
                ],
                "constraints": [
                    tijara.platform.ownership.constraints.OwnedForeignKey(fields=("seller_id", "id"), name="deals_deal_order_fk", to="orders.Order", to_fields=("seller_id", "id")),
                    models.CheckConstraint(condition=models.Q(("state", "open"), ("due_at__isnull", False), _connector="OR"), name="deals_deal_performed_has_an_end"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DealMove",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                ("pk", models.CompositePrimaryKey("seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("deal_id", models.UUIDField()),
                ("before", models.CharField(max_length=12)),
                ("after", models.CharField(max_length=12)),
                ("actor_kind", models.CharField(max_length=10)),
                ("person_id", models.UUIDField(null=True)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("moved_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "deals_move",
                "indexes": [models.Index(fields=["seller_id", "deal_id"], name="deals_move_deal")],
                "constraints": [
                    tijara.platform.ownership.constraints.OwnedForeignKey(fields=("seller_id", "deal_id"), name="deals_move_deal_fk", to="deals.Deal", to_fields=("seller_id", "id")),
                ],
            },
        ),
    ]
