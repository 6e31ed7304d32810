"""Keys of requests that must take effect once, however often they are sent."""

from django.db import models

from tijara.kit.clock import now


class IdempotencyKey(models.Model):
    owned_by = "owner_id"

    owner_id = models.UUIDField()
    key = models.UUIDField()
    action = models.CharField(max_length=100)
    recorded_at = models.DateTimeField(default=now)
    pk = models.CompositePrimaryKey("owner_id", "key")

    class Meta:
        db_table = "idempotency_key"
