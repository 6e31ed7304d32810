from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class ReservePart(SellerOwned):
    """So much of a seller's money, kept back. A rolling one has the id of the journal that made its
    order's money payable, so that it is held once."""

    kind = models.CharField(max_length=7)
    order_id = models.UUIDField(null=True)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    left_minor = models.BigIntegerField()
    earned_at = models.DateTimeField()
    held_at = models.DateTimeField(default=now)
    release_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "settlements_reserve_part"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left_minor__gte=0)
                & models.Q(left_minor__lte=models.F("amount_minor")),
                name="settlements_reserve_part_left",
            )
        ]
        indexes = [
            models.Index(fields=["seller_id", "-earned_at"], name="settlements_reserve_latest"),
            models.Index(
                fields=["release_at"],
                condition=models.Q(left_minor__gt=0),
                name="settlements_reserve_due",
            ),
        ]
