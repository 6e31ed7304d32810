from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class Lot(BuyerOwned):
    """What is left of one credit that came in. Its id is the move's that brought it."""

    wallet_id = models.UUIDField()
    left_minor = models.BigIntegerField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "wallet_lot"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "id"],
                to="wallet.Move",
                to_fields=["buyer_id", "id"],
                name="wallet_lot_move_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(left_minor__gte=0), name="wallet_lot_not_below_nothing"
            ),
        ]
        indexes = [
            models.Index(
                fields=["buyer_id", "wallet_id", "expires_at", "id"],
                condition=models.Q(left_minor__gt=0),
                name="wallet_lot_left",
            ),
            models.Index(
                fields=["expires_at"],
                condition=models.Q(left_minor__gt=0, expires_at__isnull=False),
                name="wallet_lot_over",
            ),
        ]
