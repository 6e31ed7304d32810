from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Notice(models.Model):
    """What somebody posted to a gateway's hook, as it came. Whose it is, the gateway is asked."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    gateway = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    """Of its bytes: the same again is counted, and done no second time."""
    body = models.TextField()
    kind = models.CharField(max_length=60, blank=True)
    gateway_id = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=12)
    note = models.CharField(max_length=200, blank=True)
    times = models.IntegerField(default=1)
    received_at = models.DateTimeField(default=now)
    last_at = models.DateTimeField(default=now)
    tries = models.SmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    processed_at = models.DateTimeField(null=True)
    buyer_id = models.UUIDField(null=True)
    charge_id = models.UUIDField(null=True)

    class Meta:
        db_table = "payments_notice"
        constraints = [
            models.UniqueConstraint(fields=["gateway", "digest"], name="payments_notice_once")
        ]
        indexes = [
            models.Index(
                fields=["received_at"],
                condition=models.Q(state="waiting"),
                name="payments_notice_waiting",
            ),
            models.Index(fields=["-received_at"], name="payments_notice_latest"),
            models.Index(fields=["charge_id"], name="payments_notice_charge"),
        ]
