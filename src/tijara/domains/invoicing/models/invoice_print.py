from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class InvoicePrint(SellerOwned):
    """An invoice's way to its PDF: written with the invoice, printed after it while it is new, and
    else when somebody wants to have it."""

    invoice_id = models.UUIDField()
    file_id = models.UUIDField(null=True)
    wanted_at = models.DateTimeField(default=now)
    attempts = models.SmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "invoicing_print"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "invoice_id"],
                to="invoicing.Invoice",
                to_fields=["seller_id", "id"],
                name="invoicing_print_invoice_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "invoice_id"], name="invoicing_print_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["wanted_at"],
                condition=models.Q(file_id=None),
                name="invoicing_print_wanted",
            )
        ]
