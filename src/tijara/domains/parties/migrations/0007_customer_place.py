"""The address of a buyer's company in its parts."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("parties", "0006_customer_address")]

    operations: ClassVar = [
        migrations.AddField("customer", "place", models.JSONField(default=dict, db_default={})),
    ]
