from uuid import UUID

from django.db import models

from tijara.domains.parties.shapes import Role
from tijara.kit.clock import now
from tijara.kit.ids import new_id


class MembershipQuerySet(models.QuerySet):
    def locked_people(self, seller_id: UUID) -> dict[UUID, "Membership"]:
        """All who work for a seller, by person; locked, so that two owners can't unseat each
        other at once."""
        rows = self.select_for_update().filter(seller_id=seller_id).order_by("id")
        return {row.person_id: row for row in rows}


class Membership(models.Model):
    """A person who works for a seller."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField()
    seller_id = models.UUIDField()
    role = models.CharField(max_length=10, default=Role.OWNER)
    joined_at = models.DateTimeField(default=now)
    objects = MembershipQuerySet.as_manager()

    class Meta:
        db_table = "party_membership"
        constraints = [
            models.UniqueConstraint(fields=["person_id", "seller_id"], name="party_membership_once")
        ]
        indexes = [models.Index(fields=["seller_id"], name="party_membership_seller")]
