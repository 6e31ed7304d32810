from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class Export(OwnerOwned):
    """A report that is printed as a document: its page is kept until a worker has printed it."""

    side = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    report = models.CharField(max_length=20)
    language = models.CharField(max_length=5)
    page = models.TextField()
    """The whole HTML document; empty when it is printed."""
    asked_by = models.UUIDField(null=True)
    asked_at = models.DateTimeField(default=now)
    file_id = models.UUIDField(null=True)
    retry_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "books_export"
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(file_id=None), name="books_export_waiting"
            ),
            models.Index(
                fields=["owner_id", "side", "currency", "-asked_at"], name="books_export_latest"
            ),
        ]
