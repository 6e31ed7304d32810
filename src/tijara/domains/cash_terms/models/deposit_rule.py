from django.db import models

from tijara.kit.ids import new_id


class DepositRuleRow(models.Model):
    """When a part of a cash order is put down before."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    place = models.CharField(max_length=40, blank=True)
    from_minor = models.BigIntegerField(default=0)
    refusals = models.SmallIntegerField(default=0)
    is_for_newcomers = models.BooleanField(default=False)
    share_bp = models.SmallIntegerField()

    class Meta:
        db_table = "cash_terms_deposit"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "place", "from_minor", "refusals", "is_for_newcomers"],
                name="cash_terms_deposit_once",
            ),
            models.CheckConstraint(
                condition=models.Q(share_bp__gt=0, share_bp__lt=10_000),
                name="cash_terms_deposit_part",
            ),
        ]
