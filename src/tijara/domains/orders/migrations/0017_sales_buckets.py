from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "0016_the_door_takes_an_array")]

    operations = [
        migrations.CreateModel(
            name="SummedSales",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("until", models.DateTimeField(null=True)),
            ],
            options={"db_table": "orders_summed_sales"},
        ),
        migrations.CreateModel(
            name="SalesBucket",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "begins_at", "currency",
                        blank=True, editable=False, primary_key=True, serialize=False,
                    ),
                ),
                ("begins_at", models.DateTimeField()),
                ("currency", models.CharField(max_length=3)),
                ("orders", models.IntegerField()),
                ("total_minor", models.BigIntegerField()),
                ("newcomers", models.IntegerField()),
            ],
            options={"db_table": "orders_sales_bucket"},
        ),
    ]
