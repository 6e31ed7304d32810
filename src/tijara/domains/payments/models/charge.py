from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_number
from tijara.platform.ownership.rows import BuyerOwned

from ..shapes import Purpose

NUMBERS = models.Func(
    models.F("parts"),
    template="jsonb_path_query_array(%(expressions)s, '$[*].number')",
    output_field=models.JSONField(),
)
"""Of the orders that a charge is for."""


class Charge(BuyerOwned):
    """What a buyer has to pay for one checkout. Amounts are minor units."""

    checkout_id = models.UUIDField()
    market_id = models.UUIDField()
    purpose = models.CharField(max_length=12, default=Purpose.ORDERS, db_default=Purpose.ORDERS)
    """What it is for; its parts say of which."""
    method = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    parts = models.JSONField(encoder=DjangoJSONEncoder)
    """What is for which order: a list of ChargePart."""
    reference = models.CharField(max_length=12, default=new_number)
    """What the buyer writes on his transfer, and staff look for in the bank's list."""
    language = models.CharField(max_length=5)
    recipient = models.CharField(max_length=254, blank=True)
    opened_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    moved_at = models.DateTimeField(default=now)
    switched_at = models.DateTimeField(null=True)
    """When its buyer has last chosen another way to pay than before."""
    paid_at = models.DateTimeField(null=True)
    bank_reference = models.CharField(max_length=60, blank=True)
    """The bank's, of a transfer that staff have seen arrive."""

    class Meta:
        db_table = "payments_charge"
        constraints = [
            models.UniqueConstraint(
                fields=["buyer_id", "checkout_id"], name="payments_charge_once"
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="payments_charge_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(state="paid") ^ models.Q(paid_at=None),
                name="payments_charge_paid_then",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state="open"), name="payments_charge_due"
            ),
            models.Index(fields=["-opened_at"], name="payments_charge_latest"),
            models.Index(fields=["reference"], name="payments_charge_reference"),
            models.Index(fields=["state", "-opened_at", "-id"], name="payments_charge_state"),
            GinIndex(OpClass(NUMBERS, name="jsonb_path_ops"), name="payments_charge_numbers"),
        ]
