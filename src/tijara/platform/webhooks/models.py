"""Addresses outside that are told of facts, what is on its way to them, and every try."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import OwnerOwned

from .shapes import DeliveryState


class Endpoint(OwnerOwned):
    """One address outside. The operator's are told of everybody's facts, a seller's of his."""

    url = models.CharField(max_length=500)
    note = models.CharField(max_length=120, blank=True)
    types = ArrayField(models.CharField(max_length=100), default=list)
    """Names of published facts; none: all of them."""
    secret = models.CharField(max_length=300)
    """Sealed."""
    old_secret = models.CharField(max_length=300, blank=True)
    """Sealed; it signs too until `old_until`, so that a receiver can change over."""
    old_until = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    off_why = models.CharField(max_length=20, blank=True)
    times_off = models.IntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    failures = models.IntegerField(default=0)
    """In a row, whichever delivery it was."""
    rest_until = models.DateTimeField(null=True)
    """An address that fails is left alone for a moment, so that others don't wait for it."""
    created_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "webhooks_endpoint"


class Delivery(OwnerOwned):
    """One fact for one endpoint, with the very bytes that are signed and sent."""

    endpoint_id = models.UUIDField()
    event_id = models.UUIDField()
    event_owner_id = models.UUIDField()
    event_name = models.CharField(max_length=100)
    body = models.TextField()
    state = models.CharField(max_length=10, default=DeliveryState.WAITING)
    attempts = models.SmallIntegerField(default=0)
    next_at = models.DateTimeField(default=now)
    status = models.SmallIntegerField(null=True)
    """The last answer; none: nobody answered."""
    fault = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "webhooks_delivery"
        constraints = [
            OwnedForeignKey(
                fields=["owner_id", "endpoint_id"],
                to="webhooks.Endpoint",
                to_fields=["owner_id", "id"],
                name="webhooks_delivery_endpoint",
            ),
            models.UniqueConstraint(
                fields=["owner_id", "endpoint_id", "event_id"], name="webhooks_delivery_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner_id", "endpoint_id", "next_at"],
                condition=models.Q(state="waiting"),
                name="webhooks_delivery_waiting",
            ),
            models.Index(fields=["owner_id", "-created_at", "-id"], name="webhooks_delivery_new"),
            models.Index(fields=["event_id"], name="webhooks_delivery_event"),
            models.Index(fields=["created_at"], name="webhooks_delivery_old"),
        ]


class Attempt(OwnerOwned):
    """One request: when, how long, and what came back, as far as it was read."""

    delivery_id = models.UUIDField()
    number = models.SmallIntegerField()
    started_at = models.DateTimeField()
    milliseconds = models.IntegerField()
    status = models.SmallIntegerField(null=True)
    fault = models.CharField(max_length=20, blank=True)
    excerpt = models.CharField(max_length=500, blank=True)

    class Meta:
        db_table = "webhooks_attempt"
        indexes = [
            models.Index(fields=["owner_id", "delivery_id", "number"], name="webhooks_attempt_of")
        ]
