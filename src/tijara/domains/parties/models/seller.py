from django.db import models

from tijara.domains.parties.shapes import PartyKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Seller(models.Model):
    """One legal seller in one market. His id leads every key of what he owns."""

    owned_by = "id"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    kind = models.CharField(max_length=10, default=PartyKind.COMPANY)
    legal_name = models.CharField(max_length=200)
    vat_number = models.CharField(max_length=20, blank=True)
    registration_number = models.CharField(max_length=30, blank=True)
    """In the commercial register."""
    address = models.CharField(max_length=300, blank=True)
    """Of the business, as papers show it."""
    commission_bp = models.IntegerField(null=True)
    """None: the market's rate."""
    is_active = models.BooleanField(default=True)
    """Whether he may sell. The operator's staff decide; his store's own shutter is the store's."""
    suspended_at = models.DateTimeField(null=True)
    suspended_why = models.CharField(max_length=500, blank=True, db_default="")
    joined_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "party_seller"
