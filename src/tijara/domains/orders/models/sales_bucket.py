from django.db import models


class SalesBucket(models.Model):
    """What the orders of a quarter of an hour came to that stand, over all sellers, of each
    currency by itself. Only `sum_sales` writes it."""

    owned_by = "local"

    pk = models.CompositePrimaryKey("begins_at", "currency")
    begins_at = models.DateTimeField()
    currency = models.CharField(max_length=3)
    orders = models.IntegerField()
    total_minor = models.BigIntegerField()
    newcomers = models.IntegerField()
    """Of them the first that stands of its buyer."""

    class Meta:
        db_table = "orders_sales_bucket"


class SummedSales(models.Model):
    """One row: all that came and moved before a moment is in the buckets; None before the first
    time."""

    owned_by = "local"

    id = models.SmallIntegerField(primary_key=True)
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "orders_summed_sales"
