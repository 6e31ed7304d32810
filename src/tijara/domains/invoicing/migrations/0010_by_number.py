from django.contrib.postgres.indexes import OpClass
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("invoicing", "0009_papers_of_an_order")]

    operations = [
        AddIndexConcurrently(
            model_name="invoice",
            index=models.Index(
                OpClass("number", name="varchar_pattern_ops"), name="invoicing_invoice_number"
            ),
        ),
        AddIndexConcurrently(
            model_name="filing",
            index=models.Index(
                fields=["id"], condition=models.Q(is_healed=True), name="invoicing_filing_healed"
            ),
        ),
    ]
