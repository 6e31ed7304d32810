from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Journal(SellerOwned):
    """One event of the trade in money. `reference` makes it happen once: "order_placed:<id>".
    `earned_minor` is what it did to its seller's accounts together (`OF_SELLER`): what statements
    walk by."""

    append_only = True

    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=120)
    order_id = models.UUIDField(null=True)
    currency = models.CharField(max_length=3)
    earned_minor = models.BigIntegerField(default=0, db_default=0)
    occurred_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "ledger_journal"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "reference"], name="ledger_journal_once")
        ]
        indexes = [
            models.Index(fields=["seller_id", "order_id"], name="ledger_journal_order"),
            models.Index(fields=["seller_id", "-occurred_at", "-id"], name="ledger_journal_latest"),
            models.Index(fields=["-occurred_at", "-id"], name="ledger_journal_newest"),
            models.Index(fields=["kind", "-occurred_at", "-id"], name="ledger_journal_kind"),
            models.Index(
                fields=["seller_id", "-occurred_at", "-id"],
                include=["earned_minor"],
                condition=~models.Q(earned_minor=0),
                name="ledger_journal_earned",
            ),
        ]
