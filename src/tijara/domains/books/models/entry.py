from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class Entry(OwnerOwned):
    """One event in a book: of the journal, of the stock, or written by hand. Never changed."""

    append_only = True

    side = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    kind = models.CharField(max_length=40)
    source = models.CharField(max_length=10)
    source_id = models.UUIDField()
    """The journal, the move of a cost, the form, or the entry that this one takes back."""
    booked_on = models.DateField()
    happened_on = models.DateField()
    order_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    person_id = models.UUIDField(null=True)
    file_id = models.UUIDField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "books_entry"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "side", "source", "source_id"], name="books_entry_once"
            ),
            models.CheckConstraint(
                condition=models.Q(booked_on__gte=models.F("happened_on")),
                name="books_entry_never_earlier",
            ),
        ]
        indexes = [
            models.Index(
                fields=["side", "currency", "owner_id", "booked_on"],
                name="books_entry_days",
            ),
            models.Index(
                fields=["owner_id", "side", "currency", "-booked_on", "-id"],
                condition=models.Q(source__in=["manual", "reversal"]),
                name="books_entry_by_hand",
            ),
        ]
