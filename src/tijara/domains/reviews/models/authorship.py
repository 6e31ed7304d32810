from django.db import models


class Authorship(models.Model):
    """That a buyer has reviewed a product, and where: he reviews it once, whoever sold it."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField()
    product_id = models.UUIDField()
    seller_id = models.UUIDField()
    review_id = models.UUIDField()
    pk = models.CompositePrimaryKey("buyer_id", "product_id")

    class Meta:
        db_table = "reviews_authorship"
