from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned

from ..shapes import Means

WAITING = models.Q(sent_at=None, given_up_at=None)


class Message(OwnerOwned):
    """One message to one person. It waits here until its channel has taken it, or given it up."""

    key = models.CharField(max_length=120)
    """What it tells, once: "orders.order_placed:<order id>". Sent again, it is the same message."""
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=40)
    means = models.CharField(max_length=10, default=Means.EMAIL.value)
    """The kind of channel: email, sms, whatsapp."""
    recipient = models.CharField(max_length=254)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField(blank=True)
    stop_at = models.CharField(max_length=300, blank=True, db_default="")
    """Where a mail program's one press stops such letters; empty of those that all must get."""
    secret_until = models.DateTimeField(null=True)
    """The text is sealed, is of no use after this moment, and is wiped once it was sent."""
    created_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    attempts = models.SmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    """While a channel is being asked, the moment from which another try may take it over."""
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "messaging_message"
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "key"], name="messaging_message_once")
        ]
        indexes = [
            models.Index(
                fields=["created_at"], condition=WAITING, name="messaging_message_waiting"
            ),
            models.Index(fields=["-created_at"], name="messaging_message_recent"),
            models.Index(fields=["recipient", "-created_at"], name="messaging_message_reader"),
            models.Index(
                fields=["-given_up_at"],
                condition=models.Q(given_up_at__isnull=False),
                name="messaging_message_given_up",
            ),
        ]
