from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class GatewayReport(models.Model):
    """A gateway's report of what it settles, as its file says."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    gateway = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    file_id = models.UUIDField()
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    header = models.JSONField(default=list)
    """The headings of its file."""
    columns = models.JSONField(default=dict)
    """Which heading holds what."""
    kinds = models.JSONField(default=dict)
    """What its words for kinds of lines mean."""
    brought_at = models.DateTimeField(default=now)
    brought_by = models.UUIDField(null=True)
    bank_reference = models.CharField(max_length=60, blank=True)
    booked_at = models.DateTimeField(null=True)
    booked_by = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "clearing_report"
        constraints = [
            models.UniqueConstraint(fields=["gateway", "file_hash"], name="clearing_report_once")
        ]
        indexes = [models.Index(fields=["-brought_at"], name="clearing_report_recent")]
