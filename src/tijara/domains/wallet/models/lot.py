from tijara.platform.balances.rows import BalanceLot
from tijara.platform.ownership.constraints import OwnedForeignKey


class Lot(BalanceLot):
    """What is left of one credit that came in."""

    class Meta(BalanceLot.Meta):
        db_table = "wallet_lot"
        constraints = [
            *BalanceLot.Meta.constraints,
            OwnedForeignKey(
                fields=["buyer_id", "id"],
                to="wallet.Move",
                to_fields=["buyer_id", "id"],
                name="wallet_lot_move_fk",
            ),
        ]
