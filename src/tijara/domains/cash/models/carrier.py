from django.db import models

from tijara.kit.ids import new_id


class Carrier(models.Model):
    """Who carries parcels and their cash in a market, as sellers call him."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    key = models.CharField(max_length=60)
    """His name, folded: however it is written, it is one carrier."""
    name = models.CharField(max_length=60)
    remit_days = models.SmallIntegerField(default=5)
    """Working days from the delivery until he must have paid."""
    claims_to = models.CharField(max_length=254, blank=True, default="", db_default="")
    """The mailbox that claims go to; empty: their letters are printed and sent by hand."""
    claim_days = models.SmallIntegerField(default=7, db_default=7)
    """Working days that he has to answer a claim."""
    columns = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "cash_carrier"
        constraints = [
            models.UniqueConstraint(fields=["market_id", "key"], name="cash_carrier_once")
        ]
