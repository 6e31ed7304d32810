from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class Attempt(BuyerOwned):
    """One payment that was asked of a gateway for a charge. Committed before it is asked."""

    charge_id = models.UUIDField()
    gateway = models.CharField(max_length=40)
    state = models.CharField(max_length=10)
    gateway_id = models.CharField(max_length=80, blank=True)
    """What the gateway calls it: empty until it has answered."""
    payment_id = models.CharField(max_length=80, blank=True)
    """What the gateway calls the money that came: what is refunded."""
    page = models.URLField(max_length=500, blank=True)
    """Where the buyer pays."""
    reason = models.CharField(max_length=40, blank=True)
    """Why it failed, as a code of ours."""
    last_error = models.CharField(max_length=300, blank=True)
    started_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)
    check_at = models.DateTimeField(null=True)
    """When the gateway is asked next, if nobody tells us before. None: not any more."""
    checks = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "payments_attempt"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "charge_id"],
                to="payments.Charge",
                to_fields=["buyer_id", "id"],
                name="payments_attempt_charge_fk",
            ),
            models.UniqueConstraint(
                fields=["buyer_id", "charge_id"],
                condition=models.Q(state="paid"),
                name="payments_attempt_pays_once",
            ),
        ]
        indexes = [
            models.Index(fields=["buyer_id", "charge_id"], name="payments_attempt_charge"),
            models.Index(
                fields=["payment_id"],
                condition=~models.Q(payment_id=""),
                name="payments_attempt_payment",
            ),
            models.Index(
                fields=["check_at"],
                condition=models.Q(check_at__isnull=False),
                name="payments_attempt_check",
            ),
        ]
