from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class Purse(SellerOwned):
    """What of one order is held for its seller: the balance of SELLER_HELD. Its id is the order's.
    Only a journal changes it, in the same statement as its postings."""

    currency = models.CharField(max_length=3)
    held_minor = models.BigIntegerField()

    class Meta:
        db_table = "ledger_purse"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_minor__gte=0), name="ledger_purse_not_below_nothing"
            )
        ]
