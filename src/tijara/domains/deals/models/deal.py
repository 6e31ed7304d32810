from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Deal(SellerOwned):
    """What becomes of an order's money. Its id is the order's: there is one for each."""

    state = models.CharField(max_length=12)
    process_version = models.SmallIntegerField(default=1, db_default=1)
    opened_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True)
    """When it settles by itself."""

    class Meta:
        db_table = "deals_deal"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="deals_deal_order_fk",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("open", "complained"))
                | models.Q(due_at__isnull=False),
                name="deals_deal_performed_has_an_end",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state="performed"), name="deals_deal_due"
            ),
            models.Index(
                fields=["due_at"],
                condition=models.Q(state__in=("complained", "disputed", "answered")),
                name="deals_deal_disputes",
            ),
            models.Index(
                fields=["seller_id", "due_at"],
                condition=models.Q(state="performed"),
                name="deals_deal_held",
            ),
        ]
