from django.db import models


class Code(models.Model):
    """Whose a code is: one of its kind in a market, whoever owns the promotion. Found by value."""

    owned_by = "local"

    key = models.CharField(primary_key=True, max_length=60)
    """The market's id and the code."""
    owner_id = models.UUIDField()
    promotion_id = models.UUIDField()

    class Meta:
        db_table = "promotions_code"
