from django.db import migrations, models

# What is in the sums already is in no bucket yet; a database that has none has nothing to lay.
FILLED = """
    INSERT INTO ledger_moved_bucket (kind, currency, begins_at, times, minor)
    SELECT j.kind, j.currency, date_bin('15 minutes', j.occurred_at, '2000-01-01 00:00:00+00'),
           count(DISTINCT j.id)::int, sum(p.amount_minor)::bigint
    FROM ledger_posting p
    JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    WHERE p.id <= (SELECT posting_id FROM ledger_summed_to) GROUP BY 1, 2, 3
"""


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
        migrations.RunSQL(FILLED, migrations.RunSQL.noop),
    ]
