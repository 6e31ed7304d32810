from django.db import models

from tijara.domains.parties.shapes import PartyKind
from tijara.kit.clock import now


class Customer(models.Model):
    """Whom a buyer buys for, as documents shall name him."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=10, default=PartyKind.PERSON)
    legal_name = models.CharField(max_length=200, blank=True)
    vat_number = models.CharField(max_length=20, blank=True)
    registration_number = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=300, blank=True, db_default="")
    """Of the business, as its tax invoices show it."""
    place = models.JSONField(default=dict, db_default={})
    """The same in its parts: `shapes.RegisteredAddress`."""
    agency_code = models.CharField(max_length=30, blank=True)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "party_customer"
