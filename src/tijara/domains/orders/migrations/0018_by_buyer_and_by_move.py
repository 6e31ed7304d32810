import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("orders", "0017_sales_buckets")]

    operations = [
        AddIndexConcurrently(
            model_name="order",
            index=models.Index(fields=["buyer_id", "placed_at"], name="orders_order_of_buyer"),
        ),
        AddIndexConcurrently(
            model_name="order",
            index=models.Index(
                condition=models.Q(
                    ("payment_method__in", ["cash_on_delivery", "card"]), _negated=True
                ),
                fields=["payment_method", "-placed_at", "-id"],
                name="orders_order_paid_rarely",
            ),
        ),
        AddIndexConcurrently(
            model_name="order",
            index=models.Index(
                condition=models.Q(
                    ("payment_method__in", ["cash_on_delivery", "card"]), _negated=True
                ),
                fields=["seller_id", "payment_method", "-placed_at", "-id"],
                name="orders_order_paid_seldom",
            ),
        ),
        AddIndexConcurrently(
            model_name="ordermove",
            index=django.contrib.postgres.indexes.BrinIndex(
                autosummarize=True,
                fields=["moved_at"],
                name="orders_move_newest",
                pages_per_range=32,
            ),
        ),
    ]
