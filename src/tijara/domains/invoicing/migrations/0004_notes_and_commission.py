"""Debit notes; documents of commission, which is a market's; documents that stand beside the chain
or have a name that the authority gave them."""

from typing import ClassVar

import django.core.serializers.json
from django.db import migrations, models

import tijara.kit.clock
import tijara.kit.ids

CREDIT_FOR_WHAT = models.Q(is_credit=False, refund_id=None) | models.Q(
    is_credit=True, refund_id__isnull=False, note_id=None
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("invoicing", "0003_credit_notes")]

    operations: ClassVar = [
        migrations.AddField("invoice", "note_id", models.UUIDField(null=True)),
        migrations.RemoveConstraint("invoice", "invoicing_invoice_one"),
        migrations.AddConstraint(
            "invoice",
            models.UniqueConstraint(
                fields=["seller_id", "order_id"],
                condition=models.Q(is_credit=False, note_id=None),
                name="invoicing_invoice_one",
            ),
        ),
        migrations.AddConstraint(
            "invoice",
            models.UniqueConstraint(
                fields=["seller_id", "note_id"], name="invoicing_invoice_one_note"
            ),
        ),
        migrations.RemoveConstraint("invoice", "invoicing_invoice_credit_for_what"),
        migrations.AddConstraint(
            "invoice",
            models.CheckConstraint(
                condition=CREDIT_FOR_WHAT, name="invoicing_invoice_credit_for_what"
            ),
        ),
        migrations.RemoveConstraint("filing", "invoicing_filing_invoice_fk"),
        migrations.AddField(
            "filing", "is_linked", models.BooleanField(default=True, db_default=True)
        ),
        migrations.AddField(
            "filing", "mark", models.CharField(blank=True, db_default="", max_length=60)
        ),
        migrations.CreateModel(
            name="HeldCommission",
            fields=[
                ("owner_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("market_id", models.UUIDField()),
                ("seller_id", models.UUIDField()),
                ("month", models.DateField()),
                (
                    "remarks",
                    models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder),
                ),
                ("held_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "invoicing_held_commission",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["owner_id", "seller_id", "month"],
                        name="invoicing_held_commission_once",
                    )
                ],
            },
        ),
    ]
