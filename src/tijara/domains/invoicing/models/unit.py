from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Unit(SellerOwned):
    """What writes a seller's electronic documents: his keys, sealed, and the end of his chain.
    Locked while a document is written."""

    authority = models.CharField(max_length=40)
    state = models.CharField(max_length=10)
    facts = models.JSONField(encoder=DjangoJSONEncoder)
    """`shapes.UnitFacts`."""
    fields = models.JSONField(default=dict)
    """The authority's settings that staff have chosen; no secret."""
    sealed = models.TextField()
    counter = models.IntegerField(default=0)
    last_hash = models.CharField(max_length=88, blank=True)
    kept_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "invoicing_unit"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id"],
                condition=~models.Q(state="withdrawn"),
                name="invoicing_unit_one_lives",
            ),
            models.CheckConstraint(
                condition=models.Q(counter__gte=0), name="invoicing_unit_counts"
            ),
        ]
