from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class BlockedPhone(models.Model):
    """A phone that is not offered cash, known by its keyed hash alone."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    mark = models.CharField(max_length=64)
    tail = models.CharField(max_length=2)
    """Its last two digits, so that staff tell one from another on a call."""
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=200, blank=True)
    blocked_at = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    person_id = models.UUIDField(null=True)
    appeal = models.CharField(max_length=10, blank=True)
    appeal_text = models.CharField(max_length=500, blank=True)
    appealed_at = models.DateTimeField(null=True)
    answer_sealed = models.TextField(blank=True)
    """Where the answer goes; wiped when it has been given."""
    answer_language = models.CharField(max_length=2, blank=True)

    class Meta:
        db_table = "cash_terms_block"
        constraints = [
            models.UniqueConstraint(
                fields=["market_id", "mark"],
                condition=models.Q(lifted_at=None),
                name="cash_terms_block_once",
            )
        ]
