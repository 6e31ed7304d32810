import tijara.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shipping", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SellerCountry",
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
                ("country", models.CharField(max_length=2)),
                ("price_minor", models.BigIntegerField()),
                ("free_from_minor", models.BigIntegerField(null=True)),
                ("from_days", models.SmallIntegerField()),
                ("to_days", models.SmallIntegerField()),
            ],
            options={
                "db_table": "shipping_seller_country",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "country"), name="shipping_seller_country_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("price_minor__gte", 0)),
                        name="shipping_seller_country_price",
                    ),
                ],
            },
        ),
    ]
