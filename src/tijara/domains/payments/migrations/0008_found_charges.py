import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("payments", "0007_switched_charges")]

    operations = [
        AddIndexConcurrently(
            model_name="charge",
            index=models.Index(
                fields=["state", "-opened_at", "-id"], name="payments_charge_state"
            ),
        ),
        AddIndexConcurrently(
            model_name="charge",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    models.Func(
                        models.F("parts"),
                        output_field=models.JSONField(),
                        template="jsonb_path_query_array(%(expressions)s, '$[*].number')",
                    ),
                    name="jsonb_path_ops",
                ),
                name="payments_charge_numbers",
            ),
        ),
    ]
