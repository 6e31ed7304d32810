"""A shop may add to the points of its goods, and pays for what it adds."""

from django.db import migrations, models

import tijara.kit.clock
import tijara.kit.ids


class Migration(migrations.Migration):
    dependencies = [("loyalty", "0002_balances")]

    operations = [
        migrations.AddField("earning", "extra_bp", models.IntegerField(default=0)),
        migrations.AddField("earning", "charged_minor", models.BigIntegerField(default=0)),
        migrations.RemoveConstraint("earning", "loyalty_earning_sound"),
        migrations.AddConstraint(
            "earning",
            models.CheckConstraint(
                condition=models.Q(
                    points__gte=0, paid_minor__gte=0, extra_bp__gte=0, charged_minor__gte=0
                ),
                name="loyalty_earning_sound",
            ),
        ),
        migrations.AddIndex(
            "earning",
            models.Index(fields=["seller_id", "-opened_at"], name="loyalty_earning_of_shop"),
        ),
        migrations.CreateModel(
            name="ExtraRow",
            fields=[
                ("seller_id", models.UUIDField()),
                ("id", models.UUIDField(default=tijara.kit.ids.new_id)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("extra_bp", models.IntegerField()),
                ("written_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("written_by", models.UUIDField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "loyalty_extra",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("seller_id",),
                        name="loyalty_extra_one_holds",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("extra_bp__gt", 0)), name="loyalty_extra_sound"
                    ),
                ],
            },
        ),
    ]
