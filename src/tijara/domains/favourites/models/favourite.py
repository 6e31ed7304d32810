from django.db import models

from tijara.kit.clock import now


class Favourite(models.Model):
    """A product that a buyer keeps for later."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField()
    product_id = models.UUIDField()
    kept_at = models.DateTimeField(default=now)
    pk = models.CompositePrimaryKey("buyer_id", "product_id")

    class Meta:
        db_table = "favourite"
