from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class DebitClaim(SellerOwned):
    """What a buyer owes by a debit note, and what became of that. Its id is the note's."""

    order_id = models.UUIDField()
    buyer_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    state = models.CharField(max_length=12)
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    ask_id = models.UUIDField()
    """What the charge that stands for it has for its checkout."""
    remind_at = models.DateTimeField(null=True)
    """When its buyer is written to the next time; not any more, where there is none."""
    reminders = models.SmallIntegerField(default=0, db_default=0)
    method = models.CharField(max_length=20, blank=True, default="")
    """How it was paid."""
    ended_at = models.DateTimeField(null=True)
    proposed_by = models.UUIDField(null=True)
    """Who would write it off; another must agree."""
    decided_by = models.UUIDField(null=True)

    class Meta:
        db_table = "invoicing_debit_claim"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "id"],
                to="invoicing.Invoice",
                to_fields=["seller_id", "id"],
                name="invoicing_debit_claim_note_fk",
            ),
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("proposed_by")),
                name="invoicing_debit_claim_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(state="open") ^ models.Q(ended_at__isnull=False),
                name="invoicing_debit_claim_ended_then",
            ),
        ]
        indexes = [
            models.Index(
                fields=["remind_at"],
                condition=models.Q(state="open"),
                name="invoicing_debit_claim_remind",
            ),
            models.Index(fields=["seller_id", "order_id"], name="invoicing_debit_claim_order"),
        ]
