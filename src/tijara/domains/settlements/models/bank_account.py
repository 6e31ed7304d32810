from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class BankAccount(SellerOwned):
    """Where a seller is paid to. Its row is locked while a payout is written."""

    holder = models.CharField(max_length=140)
    iban_sealed = models.TextField()
    """Sealed about "settlements.iban:<seller id>"."""
    masked = models.CharField(max_length=20)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "settlements_bank_account"
        constraints = [
            models.UniqueConstraint(fields=["seller_id"], name="settlements_bank_account_once")
        ]
