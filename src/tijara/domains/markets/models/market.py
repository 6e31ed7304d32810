from django.db import models

from tijara.kit.ids import new_id

from ..shapes import CashCode


def cash_only() -> list[str]:
    return ["cash_on_delivery"]


class Market(models.Model):
    """Who may sell to whom, where, in which currency, under which policies. Reference data."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    slug = models.SlugField(max_length=40, unique=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    name_fr = models.CharField(max_length=120, default="", blank=True)
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    languages = models.JSONField(default=list)
    prices_include_tax = models.BooleanField(default=True, db_default=True)
    """What shops ask holds the tax; else it comes on top."""
    trade_model = models.CharField(max_length=5, default="b2c")
    commission_bp = models.IntegerField()
    """Hundredths of a percent of the goods' price with tax, before the seller's own rate."""
    commission_vat_bp = models.IntegerField(null=True)
    """Null: the rate of its country, on the day of the sale."""
    delivery_minor = models.BigIntegerField()
    free_delivery_from_minor = models.BigIntegerField(null=True)
    delivery_from_days = models.SmallIntegerField(default=1)
    delivery_to_days = models.SmallIntegerField(default=3)
    delivery_limit_minor = models.BigIntegerField(null=True)
    """The most that a seller may ask for a delivery on terms of his own."""
    delivery_limit_days = models.SmallIntegerField(default=14)
    cash_on_delivery_fee_minor = models.BigIntegerField(default=0)
    cash_on_delivery_limit_minor = models.BigIntegerField(null=True)
    hold_minutes = models.SmallIntegerField(default=10)
    return_days = models.SmallIntegerField(default=14)
    protection_days = models.SmallIntegerField(default=0)
    """Working days after the delivery for which the seller's part is held; 0: it is his at once."""
    payment_methods = models.JSONField(default=cash_only)
    """Codes of payments.shapes.PaymentMethod, in the order in which they are offered."""
    cash_code = models.CharField(max_length=10, default=CashCode.NEVER.value)
    pay_minutes = models.SmallIntegerField(default=60)
    """How long a card order waits to be paid."""
    transfer_hours = models.SmallIntegerField(default=72)
    bank_name = models.CharField(max_length=120, default="", blank=True)
    bank_iban = models.CharField(max_length=34, default="", blank=True)
    bank_holder = models.CharField(max_length=120, default="", blank=True)
    phone_means = models.CharField(max_length=10, default="sms")
    """How phones are written to unless a person prefers otherwise: "sms", "whatsapp"."""
    abroad = models.JSONField(default=list, blank=True, db_default=[])
    """Countries beside its own to which its shops may deliver, by their two letters."""
    invoice_prefix = models.CharField(max_length=12, default="INV")
    accent = models.CharField(max_length=7, default="", blank=True)
    """"#2a6f4e": what the market wears. Empty: the look of the house, under the house's name."""
    logo = models.CharField(max_length=60, default="", blank=True)
    """The name of a made picture; empty: the first letter of its name."""
    papers = models.JSONField(default=dict, blank=True)
    """Who runs it, as the law wants it shown: the fields of OperatorPapers."""

    class Meta:
        db_table = "market"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(commission_bp__gte=0, commission_bp__lte=10000),
                name="market_commission_range",
            )
        ]
