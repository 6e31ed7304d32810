from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class Checkout(BuyerOwned):
    """A buyer's durable intent: what he confirmed, and what became of it with each seller.

    Its id is the idempotency key of its orders: the form carries it, a second press finds it.
    `intent` maps a seller's id to the order that goes through his door.
    """

    state = models.CharField(max_length=12)
    payment_method = models.CharField(max_length=30, blank=True, db_default="")
    credit_minor = models.BigIntegerField(default=0, db_default=0)
    """What of its buyer's wallet was held for it."""
    is_phone_known = models.BooleanField(db_default=False)
    """Whether its phone was confirmed before, as it was when the intent was committed."""
    code_sent_at = models.DateTimeField(null=True)
    """When the first code to confirm its phone was sent; the buyer asks for others himself."""
    intent = models.JSONField(encoder=DjangoJSONEncoder)
    outcomes = models.JSONField(encoder=DjangoJSONEncoder, default=list)
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
