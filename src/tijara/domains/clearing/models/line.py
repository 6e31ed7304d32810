from django.db import models

from tijara.kit.ids import new_id


class GatewayLine(models.Model):
    """A line of a report. `mark` says what it is by its content, once for its gateway; none for a
    line that repeats another, or that can't be read."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    report = models.ForeignKey("clearing.GatewayReport", models.CASCADE, related_name="+")
    gateway = models.CharField(max_length=40)
    place = models.IntegerField()
    mark = models.CharField(max_length=64, null=True)
    kind = models.CharField(max_length=10)
    reference = models.CharField(max_length=80, blank=True)
    amount_minor = models.BigIntegerField(default=0)
    fee_minor = models.BigIntegerField(default=0)
    vat_minor = models.BigIntegerField(default=0)
    net_minor = models.BigIntegerField(default=0)
    moment = models.CharField(max_length=40, blank=True)
    fault = models.CharField(max_length=20, blank=True)
    verdict = models.CharField(max_length=12, default="")
    """Written when the report is booked; `repeated` and `unreadable` when it is read."""
    settled_minor = models.BigIntegerField(default=0)
    refunded_minor = models.BigIntegerField(default=0)
    left_minor = models.BigIntegerField(default=0)
    excess_minor = models.BigIntegerField(default=0)
    charge_id = models.UUIDField(null=True)
    ending = models.CharField(max_length=12, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)

    class Meta:
        db_table = "clearing_line"
        constraints = [
            models.UniqueConstraint(fields=["gateway", "mark"], name="clearing_line_once"),
            models.UniqueConstraint(fields=["report", "place"], name="clearing_line_place"),
        ]
        indexes = [
            models.Index(fields=["gateway", "reference"], name="clearing_line_reference"),
            models.Index(
                fields=["report"],
                condition=models.Q(ended_at=None) & ~models.Q(excess_minor=0),
                name="clearing_line_open",
            ),
        ]
