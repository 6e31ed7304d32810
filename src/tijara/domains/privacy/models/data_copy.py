from django.db import models

from tijara.kit.clock import now


class DataCopy(models.Model):
    """The copy that a person has asked for of what is kept about him: one at a time."""

    owned_by = "local"

    person_id = models.UUIDField(primary_key=True)
    asked_at = models.DateTimeField(default=now)
    language = models.CharField(max_length=5)
    market_id = models.UUIDField(null=True)
    """In whose name he is told that it is ready."""
    file_id = models.UUIDField(null=True)
    """None until it is composed. The file's owner is the person."""
    ready_at = models.DateTimeField(null=True)
    retry_at = models.DateTimeField(null=True)
    """While it is being composed, the moment from which another worker may take it over."""
    tries = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "privacy_copy"
        indexes = [
            models.Index(
                fields=["asked_at"], condition=models.Q(file_id=None), name="privacy_copy_waiting"
            )
        ]
