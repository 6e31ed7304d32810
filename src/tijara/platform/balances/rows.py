"""Abstract rows: what a buyer has in a market, what moved it, the lots in it, what staff give."""

from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class Balance(BuyerOwned):
    """What a buyer has in one market. Its id is the market's."""

    balance = models.BigIntegerField(default=0)
    opened_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        abstract = True

    @property
    def free(self) -> int:
        """What of it may go: nothing where it is owed."""
        return max(self.balance, 0)


class BalanceMove(BuyerOwned):
    """What came into an account or went out of it, and what was in it then."""

    append_only = True

    account_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    reference = models.CharField(max_length=80)
    """What it is for, so that it happens once: "refund:<id>", "earned:<order>"."""
    amount = models.BigIntegerField()
    balance = models.BigIntegerField()
    seller_id = models.UUIDField(null=True)
    order_id = models.UUIDField(null=True)
    number = models.CharField(max_length=12, blank=True)
    expires_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["buyer_id", "reference"], name="%(app_label)s_move_once"
            ),
            models.CheckConstraint(condition=~models.Q(amount=0), name="%(app_label)s_move_moves"),
        ]
        indexes = [
            models.Index(fields=["buyer_id", "account_id", "-id"], name="%(app_label)s_move_latest")
        ]


class BalanceLot(BuyerOwned):
    """What is left of that which came at one time. Its id is the move's that brought it."""

    account_id = models.UUIDField()
    left = models.BigIntegerField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left__gte=0), name="%(app_label)s_lot_not_below_nothing"
            )
        ]
        indexes = [
            models.Index(
                fields=["buyer_id", "account_id", "expires_at", "id"],
                condition=models.Q(left__gt=0),
                name="%(app_label)s_lot_left",
            ),
            models.Index(
                fields=["expires_at"],
                condition=models.Q(left__gt=0, expires_at__isnull=False),
                name="%(app_label)s_lot_over",
            ),
        ]


class BalanceGrant(BuyerOwned):
    """What staff give a buyer or, below nothing, take from him, or propose to."""

    market_id = models.UUIDField()
    amount = models.BigIntegerField()
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10)
    proposed_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField(default=now)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=~models.Q(amount=0), name="%(app_label)s_grant_moves")
        ]
        indexes = [
            models.Index(
                fields=["market_id", "proposed_at"],
                condition=models.Q(state="proposed"),
                name="%(app_label)s_grant_waiting",
            ),
            models.Index(fields=["buyer_id", "-proposed_at"], name="%(app_label)s_grant_of_buyer"),
        ]
