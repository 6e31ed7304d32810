from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class Purse(SellerOwned):
    """What of one order is held: for its seller, the balance of SELLER_HELD; and what its buyer has
    put down before it was placed, that of DEPOSITS_HELD. Its id is the order's, also of an order
    that is yet to come. Only a journal changes it, in the same statement as its postings."""

    currency = models.CharField(max_length=3)
    held_minor = models.BigIntegerField()
    deposit_minor = models.BigIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "ledger_purse"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_minor__gte=0), name="ledger_purse_not_below_nothing"
            ),
            models.CheckConstraint(
                condition=models.Q(deposit_minor__gte=0),
                name="ledger_purse_deposit_not_below_nothing",
            ),
        ]
