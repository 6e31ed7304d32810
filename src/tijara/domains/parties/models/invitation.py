from django.db import models

from tijara.domains.parties.shapes import Role
from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Invitation(models.Model):
    """Somebody was asked, at his phone or e-mail, to work for a seller. Gone once answered."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    seller_id = models.UUIDField()
    recipient = models.CharField(max_length=254)
    role = models.CharField(max_length=10, default=Role.CLERK)
    invited_by = models.UUIDField(null=True)
    invited_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "party_invitation"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "recipient"], name="party_invitation_once")
        ]
        indexes = [models.Index(fields=["recipient"], name="party_invitation_recipient")]
