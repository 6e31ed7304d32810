from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class ClaimLetter(models.Model):
    """A letter that claims cash from a carrier: what it says is frozen when it is written."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    carrier_id = models.UUIDField()
    market_id = models.UUIDField()
    number = models.CharField(max_length=12, unique=True)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    parcels = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    """What it names: `shapes.ClaimedParcel`."""
    note = models.CharField(max_length=500, blank=True)
    written_at = models.DateTimeField(default=now)
    written_by = models.UUIDField(null=True)
    answer_by = models.DateTimeField()
    sent_to = models.CharField(max_length=254, blank=True)
    """The mailbox that it went to; empty: it is printed and sent by hand."""
    file_id = models.UUIDField(null=True)
    retry_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "cash_claim_letter"
        indexes = [
            models.Index(fields=["-written_at"], name="cash_claim_letter_recent"),
            models.Index(
                fields=["id"], condition=models.Q(file_id=None), name="cash_claim_letter_waiting"
            ),
        ]
