from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cash", "0003_deposits")]

    operations = [
        AddIndexConcurrently(
            model_name="cashparcel",
            index=models.Index(
                condition=models.Q(("owed_back_minor__gt", 0)),
                fields=["moved_at"],
                name="cash_parcel_owed_back",
            ),
        ),
        AddIndexConcurrently(
            model_name="remittanceline",
            index=models.Index(
                condition=models.Q(
                    ("explained_at", None),
                    ("mark__isnull", False),
                    models.Q(("excess_minor", 0), _negated=True),
                ),
                fields=["remittance"],
                name="cash_line_excess",
            ),
        ),
    ]
