from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Filing(SellerOwned):
    """An electronic document and its way to the authority. What it says is never changed, except
    that the authority lays its own stamp over it."""

    unit_id = models.UUIDField()
    invoice_id = models.UUIDField()
    """Of a seller's invoice; of a commission invoice where the owner is a market."""
    authority = models.CharField(max_length=40)
    uuid = models.UUIDField()
    counter = models.IntegerField()
    before = models.CharField(max_length=88, blank=True)
    """The hash of the document before it in its unit's chain."""
    hash = models.CharField(max_length=88)
    document = models.TextField()
    ending = models.CharField(max_length=8)
    is_linked = models.BooleanField(default=True, db_default=True)
    """Whether the next one names it; some kinds stand beside the chain."""
    mark = models.CharField(max_length=60, blank=True, db_default="")
    """What the authority knows it by, where it gives a name of its own."""
    qr = models.TextField(blank=True)
    needs_clearance = models.BooleanField(default=False)
    said = models.CharField(max_length=64, blank=True, db_default="")
    """`rules.fingerprint` of what it says; empty of older ones."""
    replaces = models.UUIDField(null=True)
    """The rejected one that it was written in the place of."""
    is_healed = models.BooleanField(default=False, db_default=False)
    """Whether nobody had to ask for that."""
    state = models.CharField(max_length=10)
    written_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)
    errors = models.JSONField(encoder=DjangoJSONEncoder, default=list)
    warnings = models.JSONField(encoder=DjangoJSONEncoder, default=list)

    class Meta:
        db_table = "invoicing_filing"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "unit_id"],
                to="invoicing.Unit",
                to_fields=["seller_id", "id"],
                name="invoicing_filing_unit_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "unit_id", "counter"], name="invoicing_filing_counter"
            ),
            models.UniqueConstraint(fields=["seller_id", "uuid"], name="invoicing_filing_uuid"),
            models.UniqueConstraint(
                fields=["seller_id", "invoice_id"],
                condition=~models.Q(state="corrected"),
                name="invoicing_filing_one_stands",
            ),
        ]
        indexes = [
            models.Index(
                fields=["retry_at"],
                condition=models.Q(state="waiting"),
                name="invoicing_filing_waiting",
            ),
            models.Index(fields=["-written_at"], name="invoicing_filing_latest"),
            models.Index(fields=["state", "-written_at"], name="invoicing_filing_state"),
            models.Index(
                fields=["id"], condition=models.Q(is_healed=True), name="invoicing_filing_healed"
            ),
        ]
