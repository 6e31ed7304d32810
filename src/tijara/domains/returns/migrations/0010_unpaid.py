from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("returns", "0009_carriage")]

    operations = [
        AddIndexConcurrently(
            model_name="owed",
            index=models.Index(
                condition=models.Q(
                    ("paid_at", None),
                    models.Q(("ahead_minor__gt", 0), ("ahead_paid_at", None)),
                    _connector="OR",
                ),
                fields=["opened_at"],
                name="returns_owed_unpaid",
            ),
        ),
    ]
