from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class PromotionRow(OwnerOwned):
    """A promotion of a seller or of the market. Its terms change until it begins, then never."""

    market_id = models.UUIDField()
    state = models.CharField(max_length=10)
    name_ar = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    name_fr = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=20, blank=True)
    terms = models.JSONField(encoder=DjangoJSONEncoder)
    """`shapes.Terms`."""
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    priority = models.SmallIntegerField(default=0)
    is_combinable = models.BooleanField(default=True)
    most_uses = models.IntegerField(null=True)
    most_each = models.IntegerField(null=True)
    budget_minor = models.BigIntegerField(null=True)
    uses = models.IntegerField(default=0)
    """Held and spent; counted where it is limited."""
    spent_minor = models.BigIntegerField(default=0)
    is_shown = models.BooleanField(default=False)
    """Whether shelves show it, as they were told last."""
    made_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "promotions_promotion"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uses__gte=0, spent_minor__gte=0),
                name="promotions_promotion_counts",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
                name="promotions_promotion_days",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_id", "-made_at"], name="promotions_promotion_recent"),
            models.Index(
                fields=["market_id"],
                condition=~models.Q(state="ended"),
                name="promotions_promotion_on",
            ),
        ]
