from django.db import models

from tijara.kit.clock import now


class Closing(models.Model):
    """That a person wants his account to be closed on a day, or that it was. He is named by
    nothing but the id that his account had."""

    owned_by = "local"

    person_id = models.UUIDField(primary_key=True)
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    market_id = models.UUIDField(null=True)
    """In whose name he is told."""
    retry_at = models.DateTimeField(null=True)
    """While it is being done, or something stands in its way: not before then."""
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "privacy_closing"
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(closed_at=None),
                name="privacy_closing_due",
            )
        ]
