from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class PointsLot(BuyerOwned):
    """What is left of points that came in. Its id is the move's that brought them."""

    account_id = models.UUIDField()
    left = models.BigIntegerField()
    expires_at = models.DateTimeField(null=True)
    is_told = models.BooleanField(default=False)
    """Its buyer was written to that its last day comes."""

    class Meta:
        db_table = "loyalty_lot"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "id"],
                to="loyalty.PointsMoveRow",
                to_fields=["buyer_id", "id"],
                name="loyalty_lot_move_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(left__gte=0), name="loyalty_lot_not_below_nothing"
            ),
        ]
        indexes = [
            models.Index(
                fields=["buyer_id", "account_id", "expires_at", "id"],
                condition=models.Q(left__gt=0),
                name="loyalty_lot_left",
            ),
            models.Index(
                fields=["expires_at"],
                condition=models.Q(left__gt=0, expires_at__isnull=False),
                name="loyalty_lot_over",
            ),
        ]
