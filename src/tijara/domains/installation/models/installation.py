from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id

THE_ONE = 1


class InstallationQuerySet(models.QuerySet):
    def locked(self) -> "Installation | None":
        """Two browsers that claim it at once are asked one after the other."""
        return self.select_for_update().filter(id=THE_ONE).first()


class Installation(models.Model):
    """The one row that says whose this installation is. It is there since the first key."""

    owned_by = "local"

    id = models.SmallIntegerField(primary_key=True, default=THE_ONE)
    key_digest = models.CharField(max_length=64, blank=True)
    """Of the key that may claim it now; empty after it was used."""
    key_until = models.DateTimeField(null=True)
    owner_id = models.UUIDField(null=True)
    selling = models.CharField(max_length=4, blank=True)
    done = models.JSONField(default=list)
    put_off = models.JSONField(default=list)
    seller_id = models.UUIDField(default=new_id)
    product_id = models.UUIDField(default=new_id)
    began_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True)
    objects = InstallationQuerySet.as_manager()

    class Meta:
        db_table = "installation"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=THE_ONE), name="installation_is_one")
        ]
