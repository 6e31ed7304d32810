"""What was seen of the installation at a moment."""

from django.db import models


class Beat(models.Model):
    owned_by = "local"

    at = models.DateTimeField(primary_key=True)
    waiting = models.IntegerField()
    """Facts that have not reached everybody yet."""
    oldest_seconds = models.IntegerField()
    """How long the oldest of them has waited."""
    failed = models.IntegerField()
    """Jobs that failed, and facts that are stuck."""
    memory_megabytes = models.IntegerField()
    """Of all processes; 0 where something else keeps them."""
    database_megabytes = models.IntegerField()
    disk_percent = models.SmallIntegerField()

    class Meta:
        db_table = "pulse_beat"
