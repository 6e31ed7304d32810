from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class Close(OwnerOwned):
    """A month that was closed, with its figures. Opened again, the row stays, and the next closing
    of the month is another."""

    side = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    month = models.DateField()
    number = models.IntegerField()
    """Of this book, from 1."""
    figures = models.JSONField(encoder=DjangoJSONEncoder)
    """By account: what the month debited and credited, and the balance at its end."""
    entries = models.IntegerField()
    digest = models.CharField(max_length=64)
    closed_at = models.DateTimeField(default=now)
    closed_by = models.UUIDField(null=True)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.UUIDField(null=True)
    asked_reason = models.CharField(max_length=300, blank=True)
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.UUIDField(null=True)

    class Meta:
        db_table = "books_close"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "side", "currency", "number"], name="books_close_number"
            ),
            models.UniqueConstraint(
                fields=["owner_id", "side", "currency", "month"],
                condition=Q(reopened_at=None),
                name="books_close_one_a_month",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None)
                | (Q(asked_at__isnull=False) & ~Q(reopened_by=F("asked_by"))),
                name="books_close_four_eyes",
            ),
        ]
