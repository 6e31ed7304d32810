from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class ExtraRow(SellerOwned):
    """What a shop adds to its goods' points, and pays. It is never changed but for its end."""

    extra_bp = models.IntegerField()
    written_at = models.DateTimeField(default=now)
    written_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "loyalty_extra"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id"], condition=Q(ended_at=None), name="loyalty_extra_one_holds"
            ),
            models.CheckConstraint(condition=Q(extra_bp__gt=0), name="loyalty_extra_sound"),
        ]
