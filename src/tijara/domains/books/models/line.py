from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import OwnerOwned


class Line(OwnerOwned):
    """What an entry did to one account; a debit is positive. The lines of an entry add up to
    nothing. Side, currency, day and order are its entry's, so that a ledger is one index."""

    append_only = True

    entry_id = models.UUIDField()
    side = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    account = models.CharField(max_length=40)
    booked_on = models.DateField()
    amount_minor = models.BigIntegerField()
    order_id = models.UUIDField(null=True)

    class Meta:
        db_table = "books_line"
        constraints = [
            OwnedForeignKey(
                fields=["owner_id", "entry_id"],
                to="books.Entry",
                to_fields=["owner_id", "id"],
                name="books_line_entry_fk",
            ),
            models.CheckConstraint(condition=~models.Q(amount_minor=0), name="books_line_moves"),
        ]
        indexes = [
            models.Index(fields=["owner_id", "entry_id"], name="books_line_entry"),
            models.Index(
                fields=["owner_id", "side", "currency", "account", "booked_on", "id"],
                include=["amount_minor"],
                name="books_line_account",
            ),
            models.Index(
                fields=["side", "currency", "account", "-booked_on", "-id"],
                include=["amount_minor"],
                name="books_line_of_side",
            ),
            models.Index(
                fields=["owner_id", "order_id"],
                condition=models.Q(order_id__isnull=False, side="seller"),
                name="books_line_order",
            ),
        ]
