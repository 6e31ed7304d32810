from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class Checkout(BuyerOwned):
    """A buyer's durable intent: what he confirmed, and what became of it with each seller.

    Its id is the idempotency key of its orders: the form carries it, a second press finds it.
    """

    state = models.CharField(max_length=12)
    intent = models.JSONField()
    outcomes = models.JSONField(default=list)
    opened_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "checkout"
        indexes = [
            models.Index(
                fields=["moved_at"],
                condition=models.Q(state="placing"),
                name="checkout_unfinished",
            )
        ]
