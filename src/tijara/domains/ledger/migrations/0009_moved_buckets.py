from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0008_newest_postings")]

    operations = [
        migrations.CreateModel(
            name="MovedBucket",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "currency", "begins_at",
                        blank=True, editable=False, primary_key=True, serialize=False,
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("currency", models.CharField(max_length=3)),
                ("begins_at", models.DateTimeField()),
                ("times", models.IntegerField()),
                ("minor", models.BigIntegerField()),
            ],
            options={"db_table": "ledger_moved_bucket"},
        ),
        migrations.CreateModel(
            name="MovedTo",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("posting_id", models.UUIDField()),
            ],
            options={"db_table": "ledger_moved_to"},
        ),
    ]
