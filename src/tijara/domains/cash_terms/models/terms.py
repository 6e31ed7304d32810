from django.db import models


class TermsRow(models.Model):
    """A market's terms of cash. Its id is the market's."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True)
    most_open_orders = models.SmallIntegerField(null=True)
    newcomer_limit_minor = models.BigIntegerField(null=True)
    asks_delivery_code = models.BooleanField(default=False)
    most_attempts = models.SmallIntegerField(default=3)
    return_charge_minor = models.BigIntegerField(default=0)
    return_seller_bp = models.SmallIntegerField(default=0)
    pays_before_cash = models.BooleanField(default=False)
    forfeit_bp = models.SmallIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "cash_terms"
