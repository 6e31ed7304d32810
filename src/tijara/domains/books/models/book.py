from django.db import models

from tijara.platform.ownership.rows import OwnerOwned


class Book(OwnerOwned):
    """A seller's book, or the operator's of one currency. Its row is locked by whoever writes into
    it, and by whoever closes a month of it."""

    side = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    open_from = models.DateField(null=True)
    """The first day that takes entries; None as long as no month is closed."""

    class Meta:
        db_table = "books_book"
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "side", "currency"], name="books_book_once")
        ]
