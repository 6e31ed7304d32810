from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned


class SavedAddress(BuyerOwned):
    """An address in a buyer's book."""

    label = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2)
    fields = models.JSONField()
    """As they were typed and tidied, by the names that an order's address has."""
    is_default = models.BooleanField(default=False)
    saved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "party_saved_address"
        constraints = [
            models.UniqueConstraint(
                fields=["buyer_id"],
                condition=models.Q(is_default=True),
                name="party_saved_address_one_default",
            )
        ]
