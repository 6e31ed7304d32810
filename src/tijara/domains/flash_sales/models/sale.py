from django.db import models
from django.db.models import F, Q

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Sale(SellerOwned):
    """A flash sale of a seller's goods, with the terms on which the market has agreed to it."""

    market_id = models.UUIDField()
    state = models.CharField(max_length=10)
    name_ar = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    name_fr = models.CharField(max_length=80, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    per_person = models.SmallIntegerField()
    per_household = models.SmallIntegerField()
    audience = models.CharField(max_length=10)
    turn_minutes = models.SmallIntegerField()
    wave = models.IntegerField()
    seed = models.BinaryField(max_length=32)
    """Made with the sale; its hash is shown at once, itself with the audit. It draws the lot."""
    last_position = models.IntegerField(default=0)
    advanced_at = models.DateTimeField(default=now)
    paused_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    is_cleared = models.BooleanField(default=False, db_default=False)
    """What people wrote in its places has gone."""
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "flash_sale"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="flash_sale_hours"
            ),
            models.CheckConstraint(
                condition=Q(per_person__gte=1, per_household__gte=F("per_person")),
                name="flash_sale_limits",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-made_at"], name="flash_sale_recent"),
            models.Index(
                fields=["ends_at"],
                condition=Q(state__in=("proposed", "agreed", "paused")),
                name="flash_sale_alive",
            ),
            models.Index(
                fields=["ended_at"],
                condition=Q(state="ended", is_cleared=False),
                name="flash_sale_to_clear",
            ),
        ]
