import tijara.kit.clock
import tijara.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desks", "0002_shared_views")]

    operations = [
        migrations.CreateModel(
            name="Text",
            fields=[
                ("owner_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                ("pk", models.CompositePrimaryKey("owner_id", "id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("of_act", models.CharField(max_length=30)),
                ("text", models.CharField(max_length=1000)),
                ("kept_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "desks_text",
                "constraints": [
                    models.UniqueConstraint(fields=("owner_id", "of_act", "text"), name="desks_text_once")
                ],
            },
        ),
    ]
