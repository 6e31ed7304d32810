from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class Series(SellerOwned):
    """How far a seller has counted his invoices of one kind. Locked while one is written."""

    kind = models.CharField(max_length=20)
    last = models.IntegerField(default=0)

    class Meta:
        db_table = "invoicing_series"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "kind"], name="invoicing_series_once")
        ]
