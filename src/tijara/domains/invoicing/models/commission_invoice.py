from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class CommissionInvoice(OwnerOwned):
    """What a market's operator has written to a seller for a month's commission. Its owner is the
    operator, whose series it is in."""

    market_id = models.UUIDField()
    seller_id = models.UUIDField()
    month = models.DateField()
    """Its first day."""
    kind = models.CharField(max_length=20)
    serial = models.IntegerField()
    number = models.CharField(max_length=40)
    issued_at = models.DateTimeField(default=now)
    currency = models.CharField(max_length=3)
    total_minor = models.BigIntegerField()
    tax_minor = models.BigIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    """`shapes.InvoiceContent`."""
    file_id = models.UUIDField(null=True)
    retry_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "invoicing_commission"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "seller_id", "month"], name="invoicing_commission_once"
            ),
            models.UniqueConstraint(
                fields=["owner_id", "market_id", "kind", "serial"],
                name="invoicing_commission_serial",
            ),
            models.CheckConstraint(
                condition=models.Q(serial__gt=0, tax_minor__gte=0, total_minor__gt=0),
                name="invoicing_commission_sound",
            ),
        ]


class HeldCommission(OwnerOwned):
    """A month's commission whose paper would break an authority's rules: without a number until it
    doesn't. Its owner is the operator."""

    market_id = models.UUIDField()
    seller_id = models.UUIDField()
    month = models.DateField()
    remarks = models.JSONField(encoder=DjangoJSONEncoder)
    held_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "invoicing_held_commission"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "seller_id", "month"], name="invoicing_held_commission_once"
            )
        ]


class CommissionSeries(OwnerOwned):
    """How far an operator has counted what he wrote in a market. Locked while one is written."""

    market_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    last = models.IntegerField(default=0)

    class Meta:
        db_table = "invoicing_commission_series"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "market_id", "kind"], name="invoicing_commission_series_once"
            )
        ]
