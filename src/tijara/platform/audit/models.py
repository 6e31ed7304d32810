"""The audit log: who did what, when. Append-only by GRANT, and chained by hashes."""

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
    place = models.BigIntegerField()
    """In the chain of its owner: 1, 2, 3 …"""
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    """SHA-256 in hex over the entry, its place and the hash before it (`chain.canonical`)."""

    class Meta:
        db_table = "audit_entry"
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "place"], name="audit_entry_place")
        ]
        indexes = [
            models.Index(fields=["owner_id", "-recorded_at"], name="audit_entry_recent"),
            models.Index(fields=["-recorded_at"], name="audit_entry_newest"),
            models.Index(fields=["person_id", "-recorded_at"], name="audit_entry_person"),
            models.Index(fields=["action", "-recorded_at"], name="audit_entry_action"),
        ]


class AuditHead(models.Model):
    """The end of one owner's chain. Its row is the lock that makes the owner's appends queue."""

    owned_by = "owner_id"

    owner_id = models.UUIDField(primary_key=True)
    place = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "audit_head"


class ProofRun(models.Model):
    """The newest run of all proofs: one row. What was asked for after a run had begun, the next one
    answers; one that has begun and not ended is going on, or was broken off."""

    owned_by = "local"

    id = models.SmallIntegerField(primary_key=True)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    """Of the run before, as long as this one is not at its end."""
    results = models.JSONField(default=list)
    """As `platform.audits.ProofResult` has it, with some of the faults."""

    class Meta:
        db_table = "audit_proof_run"

    @property
    def is_wanted(self) -> bool:
        """Whether what was asked for is still to be answered."""
        if self.began_at is None or self.ended_at is None:
            return True
        return self.asked_at > self.began_at or self.began_at > self.ended_at
