from tijara.platform.balances.rows import BalanceGrant


class PointsGrant(BalanceGrant):
    """Points that staff give a buyer or take from him, or propose to."""

    class Meta(BalanceGrant.Meta):
        db_table = "loyalty_grant"
