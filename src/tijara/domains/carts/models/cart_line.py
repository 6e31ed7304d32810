from django.db import models

from tijara.kit.clock import now


class CartLine(models.Model):
    """So many of an offer in a buyer's cart."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField()
    seller_id = models.UUIDField()
    offer_id = models.UUIDField()
    quantity = models.IntegerField()
    seen_minor = models.BigIntegerField()
    """The price when it was put in: a change since then is told to the buyer."""
    added_at = models.DateTimeField(default=now)
    pk = models.CompositePrimaryKey("buyer_id", "offer_id")

    class Meta:
        db_table = "cart_line"
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="cart_line_positive")
        ]
