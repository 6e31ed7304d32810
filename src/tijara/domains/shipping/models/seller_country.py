from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class SellerCountry(SellerOwned):
    """A country abroad to which a seller delivers, and on what terms."""

    country = models.CharField(max_length=2)
    price_minor = models.BigIntegerField()
    free_from_minor = models.BigIntegerField(null=True)
    from_days = models.SmallIntegerField()
    to_days = models.SmallIntegerField()

    class Meta:
        db_table = "shipping_seller_country"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "country"], name="shipping_seller_country_once"
            ),
            models.CheckConstraint(
                condition=models.Q(price_minor__gte=0), name="shipping_seller_country_price"
            ),
        ]
