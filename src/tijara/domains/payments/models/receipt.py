from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class Receipt(BuyerOwned):
    """A picture or PDF of a transfer, brought by the buyer, and what staff said to it."""

    charge_id = models.UUIDField()
    file_id = models.UUIDField()
    state = models.CharField(max_length=10)
    reason = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=300, blank=True)
    uploaded_at = models.DateTimeField(default=now)
    decided_at = models.DateTimeField(null=True)
    person_id = models.UUIDField(null=True)

    class Meta:
        db_table = "payments_receipt"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "charge_id"],
                to="payments.Charge",
                to_fields=["buyer_id", "id"],
                name="payments_receipt_charge_fk",
            )
        ]
        indexes = [
            models.Index(fields=["buyer_id", "charge_id"], name="payments_receipt_charge"),
            models.Index(
                fields=["uploaded_at"],
                condition=models.Q(state="waiting"),
                name="payments_receipt_waiting",
            ),
        ]
