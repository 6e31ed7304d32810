import tijara.kit.clock
import tijara.kit.ids
import tijara.platform.ownership.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deals", "0002_moves_like_all")]

    operations = [
        migrations.CreateModel(
            name="DealProcess",
            fields=[
                ("id", models.UUIDField(default=tijara.kit.ids.new_id, primary_key=True, serialize=False)),
                ("version", models.SmallIntegerField(unique=True)),
                ("market_id", models.UUIDField()),
                ("kind", models.CharField(max_length=10)),
                ("body", models.JSONField()),
                ("answer_days", models.SmallIntegerField()),
                ("decide_days", models.SmallIntegerField()),
                ("made_by", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "deals_process",
                "indexes": [models.Index(fields=["market_id", "-version"], name="deals_process_market")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("version__gte", 100)), name="deals_process_not_the_houses"),
                    models.CheckConstraint(condition=models.Q(("answer_days__gte", 1), ("decide_days__gte", 1)), name="deals_process_time_to_think"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                ("pk", models.CompositePrimaryKey("seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("buyer_id", models.UUIDField()),
                ("reason", models.CharField(max_length=20)),
                ("opened_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "deals_dispute",
                "indexes": [
                    models.Index(fields=["seller_id", "-opened_at", "-id"], name="deals_dispute_list"),
                    models.Index(fields=["-opened_at", "-id"], name="deals_dispute_latest"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DealWord",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                ("pk", models.CompositePrimaryKey("seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("deal_id", models.UUIDField()),
                ("actor_kind", models.CharField(max_length=10)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "deals_word",
                "indexes": [models.Index(fields=["seller_id", "deal_id"], name="deals_word_deal")],
            },
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=tijara.platform.ownership.constraints.OwnedForeignKey(fields=("seller_id", "id"), name="deals_dispute_deal_fk", to="deals.Deal", to_fields=("seller_id", "id")),
        ),
        migrations.AddConstraint(
            model_name="dealword",
            constraint=tijara.platform.ownership.constraints.OwnedForeignKey(fields=("seller_id", "deal_id"), name="deals_word_dispute_fk", to="deals.Dispute", to_fields=("seller_id", "id")),
        ),
        migrations.AddIndex(
            model_name="deal",
            index=models.Index(condition=models.Q(("state__in", ("disputed", "answered"))), fields=["due_at"], name="deals_deal_dispute_due"),
        ),
    ]
