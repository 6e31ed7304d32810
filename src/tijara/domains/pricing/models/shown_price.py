from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class ShownPriceRow(SellerOwned):
    """What an offer asked since a moment: written when it changes, and never again."""

    append_only = True

    offer_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    since = models.DateTimeField(default=now)

    class Meta:
        db_table = "pricing_shown"
        indexes = [
            models.Index(fields=["seller_id", "offer_id", "-since"], name="pricing_shown_of")
        ]
