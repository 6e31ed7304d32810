from django.db import models

from tijara.kit.clock import now


class SellerRecord(models.Model):
    """How a seller has served his orders lately: what the order of search results hears of it.

    Both sums fade (`rules.SERVICE_FADES_DAYS`) and stand as of `counted_at`.
    """

    owned_by = "reference"

    seller_id = models.UUIDField(primary_key=True)
    served = models.FloatField(default=0)
    """Orders that came to their buyers."""
    failed = models.FloatField(default=0)
    """Orders that he called off, parts that he gave up, complaints that he lost."""
    counted_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_seller_record"
