from django.db import models

from tijara.platform.balances.rows import BalanceMove
from tijara.platform.ownership.constraints import OwnedForeignKey


class Move(BalanceMove):
    """What came into a wallet or went out of it, in minor units."""

    class Meta(BalanceMove.Meta):
        db_table = "wallet_move"
        constraints = [
            *BalanceMove.Meta.constraints,
            OwnedForeignKey(
                fields=["buyer_id", "account_id"],
                to="wallet.Wallet",
                to_fields=["buyer_id", "id"],
                name="wallet_move_wallet_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(balance__gte=0), name="wallet_move_not_below_nothing"
            ),
        ]
        indexes = [
            *BalanceMove.Meta.indexes,
            models.Index(fields=["buyer_id", "order_id"], name="wallet_move_order"),
        ]
