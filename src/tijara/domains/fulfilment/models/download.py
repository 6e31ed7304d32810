from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Download(SellerOwned):
    """A file was fetched."""

    append_only = True

    grant_id = models.UUIDField()
    file_id = models.UUIDField()
    """The row of inventory's file."""
    fetched_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "fulfilment_download"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "grant_id"],
                to="fulfilment.DownloadGrant",
                to_fields=["seller_id", "id"],
                name="fulfilment_download_grant_fk",
            )
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "grant_id", "file_id"], name="fulfilment_download_file"
            )
        ]
