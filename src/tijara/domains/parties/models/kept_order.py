from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class KeptOrder(models.Model):
    """An order that a person put among his own, because he held its signed link."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField()
    seller_id = models.UUIDField()
    order_id = models.UUIDField()
    kept_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "party_kept_order"
        constraints = [
            models.UniqueConstraint(fields=["person_id", "order_id"], name="party_kept_order_once")
        ]
