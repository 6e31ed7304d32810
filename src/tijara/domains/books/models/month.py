from django.db import models

from tijara.platform.ownership.rows import OwnerOwned


class Month(OwnerOwned):
    """What a month did to an account: the sum of its lines, kept with them, so that a report reads
    months and not lines."""

    side = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    month = models.DateField()
    """Its first day."""
    account = models.CharField(max_length=40)
    debit_minor = models.BigIntegerField()
    credit_minor = models.BigIntegerField()

    class Meta:
        db_table = "books_month"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "side", "currency", "month", "account"],
                name="books_month_once",
            )
        ]
        indexes = [models.Index(fields=["side", "currency", "month"], name="books_month_of_all")]
