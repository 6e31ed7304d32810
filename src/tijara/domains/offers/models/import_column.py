from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class ImportColumn(SellerOwned):
    """What a column of a seller's files is, as he once said: the next file is read so."""

    name = models.CharField(max_length=120)
    """Its header, folded by kit.arabic."""
    field = models.CharField(max_length=20, blank=True)
    """Empty: passed over."""
    learned_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "offer_import_column"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "name"], name="offer_import_column_once")
        ]
