from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class Refund(BuyerOwned):
    """Money on its way back to a buyer: an order's, or what came twice."""

    once = models.CharField(max_length=80)
    """What it is for, so that it is given back once: "order:<seller>:<order>"."""
    charge_id = models.UUIDField(null=True)
    attempt_id = models.UUIDField(null=True)
    """The payment at the gateway that it is taken from."""
    seller_id = models.UUIDField(null=True)
    order_id = models.UUIDField(null=True)
    number = models.CharField(max_length=12, blank=True)
    method = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    reason = models.CharField(max_length=40)
    needs_staff = models.BooleanField(default=False)
    bank_reference = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField(default=now)
    paid_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    given_before_minor = models.BigIntegerField(null=True)
    """What the gateway had given back of the payment before it was asked for this."""
    retry_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "payments_refund"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "charge_id"],
                to="payments.Charge",
                to_fields=["buyer_id", "id"],
                name="payments_refund_charge_fk",
            ),
            OwnedForeignKey(
                fields=["buyer_id", "attempt_id"],
                to="payments.Attempt",
                to_fields=["buyer_id", "id"],
                name="payments_refund_attempt_fk",
            ),
            models.UniqueConstraint(fields=["buyer_id", "once"], name="payments_refund_once"),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="payments_refund_positive"
            ),
        ]
        indexes = [
            models.Index(fields=["buyer_id", "charge_id"], name="payments_refund_charge"),
            models.Index(
                fields=["opened_at"],
                condition=models.Q(state="due"),
                name="payments_refund_due",
            ),
            models.Index(fields=["-opened_at"], name="payments_refund_latest"),
        ]
