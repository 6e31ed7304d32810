"""The audit log: who did what, when. Append-only by GRANT."""

from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class AuditEntry(OwnerOwned):
    append_only = True

    person_id = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=10)
    action = models.CharField(max_length=100)
    facts = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "audit_entry"
        indexes = [
            models.Index(fields=["owner_id", "-recorded_at"], name="audit_entry_recent"),
            models.Index(fields=["-recorded_at"], name="audit_entry_newest"),
        ]
