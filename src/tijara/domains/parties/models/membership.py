from django.db import models

from tijara.kit.ids import new_id


class Membership(models.Model):
    """A person who works for a seller."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField()
    seller_id = models.UUIDField()

    class Meta:
        db_table = "party_membership"
        constraints = [
            models.UniqueConstraint(fields=["person_id", "seller_id"], name="party_membership_once")
        ]
