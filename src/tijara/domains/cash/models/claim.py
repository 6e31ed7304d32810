from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned

from ..shapes import ClaimState


class Claim(SellerOwned):
    """What a carrier was asked for in writing. Its id is the parcel's: there is one for each. The
    letter is the latest that asks for it."""

    carrier_id = models.UUIDField()
    reason = models.CharField(max_length=10)
    note = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, default=ClaimState.OPEN.value)
    opened_at = models.DateTimeField(default=now)
    opened_by = models.UUIDField(null=True)
    proposed_by = models.UUIDField(null=True)
    decided_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    letter_id = models.UUIDField(null=True)
    answer_by = models.DateTimeField(null=True)
    """Until when the carrier has to pay or to say why not; then staff see to it."""
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=300, blank=True, default="", db_default="")
    """Why he refuses, in his words."""

    class Meta:
        db_table = "cash_claim"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="cash.CashParcel",
                to_fields=["seller_id", "id"],
                name="cash_claim_parcel_fk",
            ),
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("proposed_by")),
                name="cash_claim_four_eyes",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-opened_at"],
                condition=models.Q(ended_at=None),
                name="cash_claim_open",
            ),
            models.Index(
                fields=["answer_by"],
                condition=models.Q(state="open", ended_at=None),
                name="cash_claim_unanswered",
            ),
            models.Index(fields=["letter_id"], name="cash_claim_of_letter"),
        ]
