"""Facts that were recorded with their change, and the reactions that have met them."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned

LANES = 16


class Event(OwnerOwned):
    """One fact. `lane` is the last byte of the owner's id modulo LANES: a relay owns lanes.

    Each fact is written into every index twice, when it is told and when it is delivered: so there
    are few of them, and an owner's facts are read along the key, whose ids are in the order of
    time."""

    passes = True

    name = models.CharField(max_length=100)
    body = models.JSONField(encoder=DjangoJSONEncoder)
    lane = models.SmallIntegerField()
    recorded_at = models.DateTimeField(default=now)
    delivered_at = models.DateTimeField(null=True)
    attempts = models.SmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="", blank=True)

    class Meta:
        db_table = "outbox_event"
        indexes = [
            models.Index(
                fields=["lane", "id"],
                condition=models.Q(delivered_at=None),
                name="outbox_event_pending",
            ),
            models.Index(fields=["-recorded_at", "-id"], name="outbox_event_newest"),
            models.Index(fields=["name", "-recorded_at", "-id"], name="outbox_event_named"),
        ]


class Reaction(models.Model):
    """One reaction to one event, done once: the row commits together with its effect."""

    owned_by = "owner_id"
    passes = True

    owner_id = models.UUIDField()
    event_id = models.UUIDField()
    reaction = models.CharField(max_length=150)
    pk = models.CompositePrimaryKey("owner_id", "event_id", "reaction")

    class Meta:
        db_table = "outbox_reaction"
