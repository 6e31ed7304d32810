"""The audit of a sale is written once, at its end, and kept as it is."""

from django.db import migrations, models

from tijara.kit.clock import now


class Migration(migrations.Migration):
    dependencies = [("flash_sales", "0007_places_are_cleared")]

    operations = [
        migrations.CreateModel(
            "Audit",
            [
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "sale_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.UUIDField()),
                ("sale_id", models.UUIDField()),
                ("content", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("figures", models.JSONField()),
                ("sealed_at", models.DateTimeField(default=now)),
            ],
            options={"db_table": "flash_audit"},
        ),
    ]
