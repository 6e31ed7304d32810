from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class GiftCard(OwnerOwned):
    """Money for whoever has its code, once. Its owner is the market."""

    mark = models.CharField(max_length=64)
    """A keyed hash of the code: the code itself is kept only until it has been sent."""
    last = models.CharField(max_length=4)
    sealed = models.TextField(blank=True)
    """The code, for the letter; wiped when that is written."""
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    state = models.CharField(max_length=10)
    design = models.CharField(max_length=12)
    to_name = models.CharField(max_length=60, blank=True)
    to_email = models.CharField(max_length=254)
    from_name = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=5)
    buyer_id = models.UUIDField(null=True)
    """Who bought it; None, staff have issued it."""
    charge_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    """Of the staff who issued it."""
    reason = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(default=now)
    send_at = models.DateTimeField(default=now)
    paid_at = models.DateTimeField(null=True)
    """When it came to be worth anything: paid, or issued."""
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    """When it was redeemed or called off."""
    refunded_at = models.DateTimeField(null=True)
    redeemed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "wallet_gift_card"
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "mark"], name="wallet_gift_card_once"),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="wallet_gift_card_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["unpaid", "dropped"], paid_at=None)
                | models.Q(state__in=["live", "redeemed", "cancelled"], paid_at__isnull=False),
                name="wallet_gift_card_paid_then",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_id", "-opened_at"], name="wallet_gift_card_latest"),
            models.Index(
                fields=["send_at"],
                condition=models.Q(state="live", sent_at=None),
                name="wallet_gift_card_to_send",
            ),
            models.Index(fields=["buyer_id", "-opened_at"], name="wallet_gift_card_buyer"),
            models.Index(fields=["to_email"], name="wallet_gift_card_to"),
            models.Index(
                fields=["redeemed_by"],
                condition=models.Q(redeemed_by__isnull=False),
                name="wallet_gift_card_redeemer",
            ),
        ]
