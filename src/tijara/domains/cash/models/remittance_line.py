from django.db import models

from tijara.kit.ids import new_id

from ..shapes import Verdict


class RemittanceLine(models.Model):
    """A line of a list. `mark` says what it is by its content, once for its carrier; none for a
    line that repeats another, or that can't be read."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    remittance = models.ForeignKey("cash.Remittance", models.CASCADE, related_name="+")
    carrier_id = models.UUIDField()
    place = models.IntegerField()
    mark = models.CharField(max_length=64, null=True)
    waybill = models.CharField(max_length=60, blank=True)
    amount_minor = models.BigIntegerField(default=0)
    charge_minor = models.BigIntegerField(default=0)
    paid_on = models.DateField(null=True)
    fault = models.CharField(max_length=20, blank=True)
    verdict = models.CharField(max_length=12, default="")
    """Written when the list is booked; `repeated` and `unreadable` when it is read."""
    debt_minor = models.BigIntegerField(default=0)
    excess_minor = models.BigIntegerField(default=0)
    owed_back_minor = models.BigIntegerField(default=0)
    seller_id = models.UUIDField(null=True)
    parcel_id = models.UUIDField(null=True)
    explained_at = models.DateTimeField(null=True)
    explained_by = models.UUIDField(null=True)

    class Meta:
        db_table = "cash_remittance_line"
        constraints = [
            models.UniqueConstraint(fields=["carrier_id", "mark"], name="cash_line_once"),
            models.UniqueConstraint(fields=["remittance", "place"], name="cash_line_place"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "parcel_id"], name="cash_line_parcel"),
            models.Index(
                fields=["remittance"],
                condition=models.Q(
                    explained_at=None,
                    verdict__in=[str(Verdict.OVER), str(Verdict.UNKNOWN)],
                ),
                name="cash_line_open",
            ),
            models.Index(
                fields=["remittance"],
                condition=models.Q(explained_at=None, mark__isnull=False)
                & ~models.Q(excess_minor=0),
                name="cash_line_excess",
            ),
        ]
