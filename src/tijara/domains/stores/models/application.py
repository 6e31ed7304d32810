from uuid import UUID

from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class ApplicationQuerySet(models.QuerySet):
    def waiting_locked(self, application_id: UUID) -> "Application | None":
        """Locked, so that two of the staff can't both answer; None where somebody has."""
        return self.select_for_update().filter(id=application_id, decided_at=None).first()


class Application(models.Model):
    """Somebody asks to sell here. It waits until the operator's staff has said yes or no."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField()
    market_id = models.UUIDField()
    store_name = models.CharField(max_length=120)
    city = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    legal_name = models.CharField(max_length=200)
    vat_number = models.CharField(max_length=20, blank=True)
    registration_number = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=300, blank=True)
    about = models.TextField(blank=True)
    asked_at = models.DateTimeField(default=now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why not, in staff's words; empty where the answer was yes."""
    seller_id = models.UUIDField(null=True)
    """Who came of it."""
    objects = ApplicationQuerySet.as_manager()

    class Meta:
        db_table = "store_application"
        constraints = [
            models.UniqueConstraint(
                fields=["person_id"],
                condition=models.Q(decided_at=None),
                name="store_application_one_waits",
            )
        ]
        indexes = [models.Index(fields=["-asked_at"], name="store_application_recent")]
