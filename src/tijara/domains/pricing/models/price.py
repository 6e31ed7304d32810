from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Price(SellerOwned):
    """What an offer costs by a list, from a quantity on."""

    list_id = models.UUIDField()
    offer_id = models.UUIDField()
    from_quantity = models.IntegerField(default=1)
    price_minor = models.BigIntegerField()

    class Meta:
        db_table = "pricing_price"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "list_id"],
                to="pricing.PriceList",
                to_fields=["seller_id", "id"],
                name="pricing_price_list_fk",
            ),
            OwnedForeignKey(
                fields=["seller_id", "offer_id"],
                to="offers.Offer",
                to_fields=["seller_id", "id"],
                name="pricing_price_offer_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "list_id", "offer_id", "from_quantity"],
                name="pricing_price_once",
            ),
            models.CheckConstraint(
                condition=models.Q(from_quantity__gt=0, price_minor__gte=0),
                name="pricing_price_sound",
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "offer_id"], name="pricing_price_offer")]
