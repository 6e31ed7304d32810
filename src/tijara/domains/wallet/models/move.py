from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned


class Move(BuyerOwned):
    """What came into a wallet or went out of it, and what was in it then."""

    append_only = True

    wallet_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    reference = models.CharField(max_length=80)
    """What it is for, so that it happens once: "refund:<id>", "spent:<checkout>:<order>"."""
    amount_minor = models.BigIntegerField()
    balance_minor = models.BigIntegerField()
    seller_id = models.UUIDField(null=True)
    order_id = models.UUIDField(null=True)
    number = models.CharField(max_length=12, blank=True)
    expires_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "wallet_move"
        constraints = [
            OwnedForeignKey(
                fields=["buyer_id", "wallet_id"],
                to="wallet.Wallet",
                to_fields=["buyer_id", "id"],
                name="wallet_move_wallet_fk",
            ),
            models.UniqueConstraint(fields=["buyer_id", "reference"], name="wallet_move_once"),
            models.CheckConstraint(
                condition=~models.Q(amount_minor=0) & models.Q(balance_minor__gte=0),
                name="wallet_move_moves",
            ),
        ]
        indexes = [
            models.Index(fields=["buyer_id", "wallet_id", "-id"], name="wallet_move_latest"),
            models.Index(fields=["buyer_id", "order_id"], name="wallet_move_order"),
        ]
