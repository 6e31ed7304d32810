"""What of the market's part of a discount is tax, by the lines that go back."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("returns", "0007_differences")]

    operations: ClassVar = [
        migrations.AddField(
            "owedline", "support_tax_minor", models.BigIntegerField(default=0, db_default=0)
        )
    ]
