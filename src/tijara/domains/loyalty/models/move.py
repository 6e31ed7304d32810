from tijara.platform.balances.rows import BalanceMove
from tijara.platform.ownership.constraints import OwnedForeignKey


class PointsMoveRow(BalanceMove):
    """Points that came or went."""

    class Meta(BalanceMove.Meta):
        db_table = "loyalty_move"
        constraints = [
            *BalanceMove.Meta.constraints,
            OwnedForeignKey(
                fields=["buyer_id", "account_id"],
                to="loyalty.PointsAccount",
                to_fields=["buyer_id", "id"],
                name="loyalty_move_account_fk",
            ),
        ]
