from django.db import models


class OwnOffer(models.Model):
    """What a seller himself offers of a product whose document shows another's better offer.

    A shop's window lays it over the document: its card, its order by price, its filters. Written
    together with the document, and as easily made anew.
    """

    owned_by = "reference"

    seller_id = models.UUIDField()
    product_id = models.UUIDField()
    pk = models.CompositePrimaryKey("seller_id", "product_id")
    market_id = models.UUIDField()
    offer_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    was_minor = models.BigIntegerField(null=True)
    in_stock = models.BooleanField()

    class Meta:
        db_table = "search_own_offer"
        indexes = [models.Index(fields=["product_id"], name="search_own_offer_product")]
