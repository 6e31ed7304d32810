from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Remittance(models.Model):
    """A carrier's list of what he pays, as its file says."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    carrier_id = models.UUIDField()
    market_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    file_id = models.UUIDField()
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    header = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    brought_at = models.DateTimeField(default=now)
    brought_by = models.UUIDField(null=True)
    bank_reference = models.CharField(max_length=60, blank=True)
    booked_at = models.DateTimeField(null=True)
    booked_by = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "cash_remittance"
        constraints = [
            models.UniqueConstraint(fields=["carrier_id", "file_hash"], name="cash_remittance_once")
        ]
        indexes = [models.Index(fields=["-brought_at"], name="cash_remittance_recent")]
