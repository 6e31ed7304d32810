import django.core.serializers.json
import django.db.models.expressions
import tijara.kit.clock
import tijara.kit.ids
import tijara.platform.ownership.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Item",
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
                ("sale_id", models.UUIDField()),
                ("place", models.SmallIntegerField()),
                ("offer_id", models.UUIDField()),
                ("stock_id", models.UUIDField()),
                ("variant_id", models.UUIDField()),
                ("price_minor", models.BigIntegerField()),
                ("currency", models.CharField(max_length=3)),
                ("units", models.IntegerField()),
                ("held", models.IntegerField(default=0)),
                ("sold", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "flash_item",
                "constraints": [
                    tijara.platform.ownership.constraints.OwnedForeignKey(
                        fields=("seller_id", "sale_id"),
                        name="flash_item_sale_fk",
                        to="flash_sales.Sale",
                        to_fields=("seller_id", "id"),
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "sale_id", "offer_id"), name="flash_item_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held__gte", 0),
                            ("sold__gte", 0),
                            (
                                "units__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("held"), "+", models.F("sold")
                                ),
                            ),
                        ),
                        name="flash_item_not_oversold",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                ("sale_id", models.UUIDField()),
                ("item_id", models.UUIDField()),
                ("quantity", models.SmallIntegerField()),
                ("buyer_id", models.UUIDField()),
                ("person_id", models.UUIDField(null=True)),
                ("state", models.CharField(max_length=10)),
                ("joined_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("position", models.IntegerField(null=True)),
                ("is_drawn", models.BooleanField(default=False)),
                ("turn_until", models.DateTimeField(null=True)),
                ("called_at", models.DateTimeField(null=True)),
                ("checkout_id", models.UUIDField()),
                ("is_ready", models.BooleanField(default=False)),
                (
                    "order",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
                    ),
                ),
                (
                    "intent",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
                    ),
                ),
                ("patience", models.DurationField(null=True)),
                ("payment_method", models.CharField(blank=True, max_length=30)),
                ("total_minor", models.BigIntegerField(default=0)),
                ("city", models.CharField(blank=True, max_length=40)),
                ("phone_key", models.CharField(blank=True, max_length=34)),
                ("address_key", models.CharField(blank=True, max_length=34)),
                ("order_id", models.UUIDField(null=True)),
                ("number", models.CharField(blank=True, max_length=12)),
                ("bought_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "flash_place",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["seller_id", "sale_id", "position"],
                        name="flash_place_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("state", "turn")),
                        fields=["seller_id", "sale_id", "turn_until"],
                        name="flash_place_turns",
                    ),
                    models.Index(
                        condition=models.Q(("state", "bought")),
                        fields=["seller_id", "sale_id", "bought_at"],
                        name="flash_place_bought_at",
                    ),
                    models.Index(fields=["buyer_id"], name="flash_place_buyer"),
                ],
                "constraints": [
                    tijara.platform.ownership.constraints.OwnedForeignKey(
                        fields=("seller_id", "item_id"),
                        name="flash_place_item_fk",
                        to="flash_sales.Item",
                        to_fields=("seller_id", "id"),
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "sale_id", "buyer_id"), name="flash_place_one_a_buyer"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("person_id__isnull", False), models.Q(("state", "left"), _negated=True)
                        ),
                        fields=("seller_id", "sale_id", "person_id"),
                        name="flash_place_one_a_person",
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "sale_id", "position"), name="flash_place_position"
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "checkout_id"), name="flash_place_checkout"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 1)), name="flash_place_some"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "bought"), _negated=True),
                            ("order_id__isnull", False),
                            _connector="OR",
                        ),
                        name="flash_place_bought",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sale",
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
                ("market_id", models.UUIDField()),
                ("state", models.CharField(max_length=10)),
                ("name_ar", models.CharField(max_length=80)),
                ("name_en", models.CharField(blank=True, max_length=80)),
                ("name_fr", models.CharField(blank=True, max_length=80)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("per_person", models.SmallIntegerField()),
                ("per_household", models.SmallIntegerField()),
                ("audience", models.CharField(max_length=10)),
                ("turn_minutes", models.SmallIntegerField()),
                ("wave", models.IntegerField()),
                ("seed", models.BinaryField(max_length=32)),
                ("last_position", models.IntegerField(default=0)),
                ("advanced_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("paused_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                "db_table": "flash_sale",
                "indexes": [
                    models.Index(fields=["seller_id", "-made_at"], name="flash_sale_recent"),
                    models.Index(
                        condition=models.Q(("state__in", ("proposed", "agreed", "paused"))),
                        fields=["ends_at"],
                        name="flash_sale_alive",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="flash_sale_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("per_household__gte", models.F("per_person")), ("per_person__gte", 1)
                        ),
                        name="flash_sale_limits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "sale_id",
                        "key",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.UUIDField()),
                ("sale_id", models.UUIDField()),
                ("key", models.CharField(max_length=34)),
                ("units", models.IntegerField()),
                ("most", models.IntegerField()),
            ],
            options={
                "db_table": "flash_share",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("units__gte", 0), ("units__lte", models.F("most"))),
                        name="flash_share_limit",
                    )
                ],
            },
        ),
    ]
