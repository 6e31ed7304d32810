from django.db import models
from django.db.models import F

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class ImportRun(SellerOwned):
    """One import of a file: how far it came, and what became of every row up to there."""

    file_name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    """Of the file and of the choices it is read with: what a resumed import must agree on."""
    line = models.IntegerField(default=0)
    """The last line that is done with."""
    read = models.IntegerField(default=0)
    created = models.IntegerField(default=0)
    updated = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    rejected = models.IntegerField(default=0)
    unpriced = models.IntegerField(default=0)
    """Of those taken, the ones without a price: in the catalogue, on no shelf."""
    started_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "offer_import_run"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    read=F("created") + F("updated") + F("unchanged") + F("rejected")
                ),
                name="offer_import_run_loses_no_row",
            )
        ]
        indexes = [
            models.Index(fields=["seller_id", "-started_at"], name="offer_import_run_recent")
        ]
