from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned

from ..shapes import LossState


class LossClaim(SellerOwned):
    """A carrier has lost a parcel, and is asked for what the contract with him says."""

    shipment_id = models.UUIDField()
    order_id = models.UUIDField()
    market_id = models.UUIDField()
    claimant = models.CharField(max_length=10)
    carrier = models.CharField(max_length=60)
    tracking_number = models.CharField(max_length=60, blank=True)
    """As they were when it was lost: a parcel that is sent again has others."""
    is_resent = models.BooleanField()
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    basis = models.CharField(max_length=200, blank=True)
    """What the amount follows from: the contract's clause, an invoice."""
    state = models.CharField(max_length=10, default=LossState.OPEN.value)
    lost_at = models.DateTimeField(default=now)
    opened_by = models.UUIDField(null=True)
    paid_minor = models.BigIntegerField(default=0)
    bank_reference = models.CharField(max_length=80, blank=True)
    answer = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)

    class Meta:
        db_table = "fulfilment_loss"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "shipment_id"],
                to="fulfilment.Shipment",
                to_fields=["seller_id", "id"],
                name="fulfilment_loss_shipment_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="fulfilment_loss_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(state="paid", paid_minor__gt=0)
                | (~models.Q(state="paid") & models.Q(paid_minor=0)),
                name="fulfilment_loss_paid",
            ),
        ]
        indexes = [
            models.Index(
                fields=["lost_at"],
                condition=models.Q(state="open"),
                name="fulfilment_loss_open",
            ),
            models.Index(fields=["seller_id", "order_id"], name="fulfilment_loss_of_order"),
        ]
