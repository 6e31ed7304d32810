from django.contrib.postgres.indexes import OpClass
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Invoice(SellerOwned):
    """A document that was given out: never changed, never taken away."""

    append_only = True

    kind = models.CharField(max_length=20)
    serial = models.IntegerField()
    number = models.CharField(max_length=40)
    is_credit = models.BooleanField(default=False)
    order_id = models.UUIDField()
    refund_id = models.UUIDField(null=True)
    """What a credit note is for: an order has one for each refund of its goods."""
    note_id = models.UUIDField(null=True)
    """Under what a debit note was asked for: an order may have several."""
    buyer_id = models.UUIDField()
    issued_at = models.DateTimeField()
    currency = models.CharField(max_length=3)
    total_minor = models.BigIntegerField()
    tax_minor = models.BigIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    """`shapes.InvoiceContent`."""
    qr = models.TextField(blank=True)

    class Meta:
        db_table = "invoicing_invoice"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="invoicing_invoice_order_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "kind", "serial"], name="invoicing_invoice_serial"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "order_id"],
                condition=models.Q(is_credit=False, note_id=None),
                name="invoicing_invoice_one",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "refund_id"], name="invoicing_invoice_one_credit"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "note_id"], name="invoicing_invoice_one_note"
            ),
            models.CheckConstraint(
                condition=models.Q(is_credit=False, refund_id=None)
                | models.Q(is_credit=True, refund_id__isnull=False, note_id=None),
                name="invoicing_invoice_credit_for_what",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    serial__gt=0, tax_minor__gte=0, tax_minor__lte=models.F("total_minor")
                ),
                name="invoicing_invoice_sound",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "order_id"], name="invoicing_invoice_order"),
            models.Index(fields=["seller_id", "-issued_at"], name="invoicing_invoice_recent"),
            models.Index(fields=["-issued_at"], name="invoicing_invoice_latest"),
            models.Index(
                OpClass("number", name="varchar_pattern_ops"), name="invoicing_invoice_number"
            ),
        ]
