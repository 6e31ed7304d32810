from django.db import models

from tijara.platform.balances.rows import BalanceLot
from tijara.platform.ownership.constraints import OwnedForeignKey


class PointsLot(BalanceLot):
    """What is left of points that came in."""

    is_told = models.BooleanField(default=False)
    """Its buyer was written to that its last day comes."""

    class Meta(BalanceLot.Meta):
        db_table = "loyalty_lot"
        constraints = [
            *BalanceLot.Meta.constraints,
            OwnedForeignKey(
                fields=["buyer_id", "id"],
                to="loyalty.PointsMoveRow",
                to_fields=["buyer_id", "id"],
                name="loyalty_lot_move_fk",
            ),
        ]
