from django.contrib.postgres.indexes import BrinIndex
from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Posting(SellerOwned):
    """So much from the credited account to the debited one: balanced, because it is one row."""

    append_only = True

    journal_id = models.UUIDField()
    debit = models.CharField(max_length=40)
    credit = models.CharField(max_length=40)
    amount_minor = models.BigIntegerField()

    class Meta:
        db_table = "ledger_posting"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "journal_id"],
                to="ledger.Journal",
                to_fields=["seller_id", "id"],
                name="ledger_posting_journal_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="ledger_posting_positive"
            ),
            models.CheckConstraint(
                condition=~models.Q(debit=models.F("credit")), name="ledger_posting_two_accounts"
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "journal_id"], name="ledger_posting_journal"),
            models.Index(
                fields=["seller_id", "credit", "debit"],
                include=["amount_minor", "journal_id"],
                name="ledger_posting_account",
            ),
            BrinIndex(
                fields=["id"],
                pages_per_range=32,
                autosummarize=True,
                name="ledger_posting_newest",
            ),
        ]
