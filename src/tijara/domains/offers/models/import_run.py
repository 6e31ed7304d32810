from django.db import models
from django.db.models import F, Q

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class ImportRun(SellerOwned):
    """One import of a file: how far it came, and what became of every row up to there."""

    file_name = models.CharField(max_length=200)
    file_id = models.UUIDField(null=True)
    """In platform.files; none for a file that the command reads where it lies."""
    state = models.CharField(max_length=12, default="mapping")
    """shapes.ImportState"""
    fingerprint = models.CharField(max_length=64)
    """Of the file and of the choices it is read with: what a resumed import must agree on."""
    choices = models.JSONField(default=dict)
    """A person's: shapes.ImportChoices."""
    header = models.JSONField(default=list)
    encoding = models.CharField(max_length=20, default="")
    separator = models.CharField(max_length=1, default="")
    total = models.IntegerField(null=True)
    """Rows of the file, once they were counted."""
    line = models.IntegerField(default=0)
    """The last line that is done with."""
    read = models.IntegerField(default=0)
    created = models.IntegerField(default=0)
    updated = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    rejected = models.IntegerField(default=0)
    passed = models.IntegerField(default=0)
    """Lines that sell nothing by themselves: blank, pictures, products before their options."""
    unpriced = models.IntegerField(default=0)
    """Of those taken, the ones without a price: in the catalogue, on no shelf."""
    tries = models.SmallIntegerField(default=0)
    """How often the worker failed at it."""
    problem = models.CharField(max_length=40, default="")
    """Why it stopped: a code."""
    started_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)
    """Of the last move: the worker takes the longest waiting first."""
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
            models.Index(fields=["seller_id", "-started_at"], name="offer_import_run_recent"),
            models.Index(
                fields=["moved_at"],
                condition=Q(state__in=["checking", "importing", "undoing"]),
                name="offer_import_run_work",
            ),
        ]
