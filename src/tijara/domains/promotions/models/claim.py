from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import OwnerOwned


class Claim(OwnerOwned):
    """A use of a limited promotion that a checkout holds, then has spent."""

    promotion_id = models.UUIDField()
    checkout_id = models.UUIDField()
    person = models.CharField(max_length=64)
    """A keyed hash of the phone that he orders with: no number is kept here."""
    turn = models.SmallIntegerField()
    """The how-manieth of this person: two that race want the same one."""
    minor = models.BigIntegerField()
    state = models.CharField(max_length=10, default="held")
    """held, spent or released."""
    held_at = models.DateTimeField(default=now)
    until = models.DateTimeField()

    class Meta:
        db_table = "promotions_claim"
        constraints = [
            OwnedForeignKey(
                fields=["owner_id", "promotion_id"],
                to="promotions.PromotionRow",
                to_fields=["owner_id", "id"],
                name="promotions_claim_promotion_fk",
            ),
            models.UniqueConstraint(
                fields=["owner_id", "promotion_id", "checkout_id"], name="promotions_claim_once"
            ),
            models.UniqueConstraint(
                fields=["owner_id", "promotion_id", "person", "turn"],
                condition=~models.Q(state="released"),
                name="promotions_claim_turn",
            ),
        ]
        indexes = [
            models.Index(
                fields=["until"], condition=models.Q(state="held"), name="promotions_claim_held"
            ),
            models.Index(fields=["checkout_id"], name="promotions_claim_checkout"),
        ]
