import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("ledger", "0007_sums")]

    operations = [
        AddIndexConcurrently(
            model_name="posting",
            index=django.contrib.postgres.indexes.BrinIndex(
                autosummarize=True,
                fields=["id"],
                name="ledger_posting_newest",
                pages_per_range=32,
            ),
        ),
    ]
