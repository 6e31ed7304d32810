from uuid import UUID

from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class CaseQuerySet(models.QuerySet):
    def open_locked(self, case_id: UUID) -> "Case | None":
        """Locked, so that two of the staff can't both decide; None where somebody has."""
        return self.select_for_update().filter(id=case_id, decided_at=None).first()


class Case(models.Model):
    """Something that the operator's staff must decide by a day, on what was brought before them."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    """What it is about: of a product report, the product."""
    market_id = models.UUIDField()
    """Where the first report came from."""
    state = models.CharField(max_length=10)
    reason = models.CharField(max_length=20, blank=True)
    """Why it was upheld."""
    words = models.CharField(max_length=1000, blank=True)
    """What those whom it meets were told of it."""
    opened_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    objects = CaseQuerySet.as_manager()

    class Meta:
        db_table = "cases_case"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id"],
                condition=models.Q(decided_at=None),
                name="cases_case_one_open",
            )
        ]
        indexes = [
            models.Index(fields=["state", "opened_at"], name="cases_case_by_state"),
            models.Index(fields=["subject_id"], name="cases_case_subject"),
        ]


class Report(models.Model):
    """What one buyer says of it: evidence. A second word of his takes the first one's place."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    reporter_id = models.UUIDField()
    """A buyer's id, that of a guest too; shown to nobody."""
    reason = models.CharField(max_length=20)
    words = models.CharField(max_length=1000, blank=True)
    reported_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "cases_report"
        constraints = [
            models.UniqueConstraint(fields=["case", "reporter_id"], name="cases_report_once")
        ]


class Step(models.Model):
    """What one of the staff has done about it."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=10)
    words = models.CharField(max_length=1000, blank=True)
    person_id = models.UUIDField(null=True)
    done_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "cases_step"
        indexes = [models.Index(fields=["case", "done_at"], name="cases_step_of_case")]
