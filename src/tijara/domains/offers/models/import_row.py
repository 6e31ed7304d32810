from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ImportRow(SellerOwned):
    """A row that an import refused, as it stood in the file."""

    run_id = models.UUIDField()
    line = models.IntegerField()
    fault = models.CharField(max_length=40)
    column = models.CharField(max_length=120, default="")
    """The header of the column that the fault is in, if it is in one."""
    cells = models.JSONField()

    class Meta:
        db_table = "offer_import_row"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "run_id"],
                to="offers.ImportRun",
                to_fields=["seller_id", "id"],
                name="offer_import_row_run_fk",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "run_id", "line"], name="offer_import_row_order")
        ]
