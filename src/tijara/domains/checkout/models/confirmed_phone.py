from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class ConfirmedPhone(BuyerOwned):
    """A phone that a buyer has shown to be his, by a code that was sent there."""

    phone = models.CharField(max_length=20)
    confirmed_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "checkout_confirmed_phone"
        constraints = [
            models.UniqueConstraint(
                fields=["buyer_id", "phone"], name="checkout_confirmed_phone_once"
            )
        ]
