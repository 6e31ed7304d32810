import tijara.kit.clock
import tijara.kit.ids
import tijara.platform.ownership.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deals", "0003_disputes")]

    operations = [
        migrations.CreateModel(
            name="DealPhoto",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                ("pk", models.CompositePrimaryKey("seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("deal_id", models.UUIDField()),
                ("actor_kind", models.CharField(max_length=10)),
                ("file_id", models.UUIDField()),
                ("added_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "deals_photo",
                "indexes": [models.Index(fields=["seller_id", "deal_id"], name="deals_photo_deal")],
            },
        ),
        migrations.AddConstraint(
            model_name="dealphoto",
            constraint=tijara.platform.ownership.constraints.OwnedForeignKey(fields=("seller_id", "deal_id"), name="deals_photo_dispute_fk", to="deals.Dispute", to_fields=("seller_id", "id")),
        ),
    ]
