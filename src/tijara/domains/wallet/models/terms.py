from django.db import models


class WalletTerms(models.Model):
    """A market's terms of credit. Its id is the market's."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True)
    alone_up_to_minor = models.BigIntegerField(default=0)
    """What one of the staff may give by himself; above it another must agree."""

    class Meta:
        db_table = "wallet_terms"
