from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class Earning(BuyerOwned):
    """What an order earns its buyer. Its id is the order's."""

    market_id = models.UUIDField()
    seller_id = models.UUIDField()
    number = models.CharField(max_length=12)
    state = models.CharField(max_length=10)
    lines = models.JSONField(encoder=DjangoJSONEncoder)
    """`shapes.EarnedLine`: frozen when it arrived."""
    tier_bp = models.IntegerField()
    extra_bp = models.IntegerField(default=0)
    """What its shop adds, and pays."""
    charged_minor = models.BigIntegerField(default=0)
    """What its shop has paid of it."""
    points = models.BigIntegerField()
    """By what is left paid."""
    paid_minor = models.BigIntegerField()
    """What of its goods is left paid."""
    opened_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    earned_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "loyalty_earning"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    points__gte=0, paid_minor__gte=0, extra_bp__gte=0, charged_minor__gte=0
                ),
                name="loyalty_earning_sound",
            ),
            models.CheckConstraint(
                condition=models.Q(state="pending", earned_at=None)
                | models.Q(state="earned", earned_at__isnull=False),
                name="loyalty_earning_earned_then",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state="pending"), name="loyalty_earning_due"
            ),
            models.Index(
                fields=["buyer_id", "market_id", "-earned_at"], name="loyalty_earning_of_buyer"
            ),
            models.Index(fields=["id"], name="loyalty_earning_order"),
            models.Index(fields=["seller_id", "-opened_at"], name="loyalty_earning_of_shop"),
        ]
