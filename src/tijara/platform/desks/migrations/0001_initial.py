import django.contrib.postgres.fields
import tijara.kit.clock
import tijara.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="View",
            fields=[
                ("owner_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person_id", models.UUIDField()),
                ("of_list", models.CharField(max_length=30)),
                ("name", models.CharField(max_length=40)),
                ("query", models.CharField(blank=True, max_length=1000)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), null=True
                    ),
                ),
                ("place", models.SmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={"db_table": "desks_view"},
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("owner_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("about_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("written_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "desks_note",
                "indexes": [
                    models.Index(fields=["owner_id", "about_id", "id"], name="desks_note_about")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="view",
            constraint=models.UniqueConstraint(
                fields=("owner_id", "person_id", "of_list", "name"), name="desks_view_name"
            ),
        ),
    ]
