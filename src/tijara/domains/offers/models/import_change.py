from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ImportChange(SellerOwned):
    """What an import changed for one variant: what undoing it needs, and what undoing it did."""

    run_id = models.UUIDField()
    product_id = models.UUIDField()
    is_new_product = models.BooleanField()
    new_variant_id = models.UUIDField(null=True)
    """The variant that came with it, to a product that was there."""
    offer_id = models.UUIDField(null=True)
    """None: the row had no price."""
    stock_id = models.UUIDField(null=True)
    is_new_offer = models.BooleanField(default=False)
    """New to the shelf: put there, or put back after an import was undone."""
    price_minor = models.BigIntegerField(null=True)
    was_minor = models.BigIntegerField(null=True)
    """The terms before, where the import changed them."""
    version = models.IntegerField(null=True)
    """Of the offer after the import: a later change of terms has another."""
    units = models.IntegerField(default=0)
    """Units that came, or went where negative."""
    fate = models.CharField(max_length=12, default="")
    """shapes.ChangeFate, once it was tried to undo it."""

    class Meta:
        db_table = "offer_import_change"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "run_id"],
                to="offers.ImportRun",
                to_fields=["seller_id", "id"],
                name="offer_import_change_run_fk",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "run_id", "id"], name="offer_import_change_order"),
            models.Index(
                fields=["seller_id", "product_id"],
                condition=models.Q(fate="undone"),
                name="offer_import_change_undone",
            ),
        ]
