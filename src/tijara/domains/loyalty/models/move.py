from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class PointsMoveRow(BuyerOwned):
    """What came into an account or went out of it, and what was in it then."""

    append_only = True

    account_id = models.UUIDField()
    kind = models.CharField(max_length=10)
    reference = models.CharField(max_length=80)
    """What it is for, so that it happens once: "earned:<order>", "spent:<key>"."""
    points = models.BigIntegerField()
    balance = models.BigIntegerField()
    seller_id = models.UUIDField(null=True)
    order_id = models.UUIDField(null=True)
    number = models.CharField(max_length=12, blank=True)
    expires_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "loyalty_move"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "account_id"],
                to="loyalty.PointsAccount",
                to_fields=["buyer_id", "id"],
                name="loyalty_move_account_fk",
            ),
            models.UniqueConstraint(fields=["buyer_id", "reference"], name="loyalty_move_once"),
            models.CheckConstraint(condition=~models.Q(points=0), name="loyalty_move_moves"),
        ]
        indexes = [models.Index(fields=["buyer_id", "account_id", "-id"], name="loyalty_move_last")]
