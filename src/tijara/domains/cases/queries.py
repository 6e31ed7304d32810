"""Cases for those who decide them, and what sellers read of a decision."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Count, F, Max, QuerySet

from tijara.kit.page import Page

from .models import Case, Report, Step
from .shapes import (
    MOST_SHOWN,
    CaseKind,
    CaseState,
    CaseStep,
    CaseView,
    Hidden,
    ReportOf,
    ReportReason,
    ReportView,
    StepView,
)

CASE = (
    "id", "kind", "state", "subject_id", "market_id", "reason", "opened_at", "due_at",
    "decided_at", "reported", "reported_at",
)  # fmt: skip


def cases(state: CaseState = CaseState.OPEN, *, page: int = 1, size: int = 30) -> Page[CaseView]:
    """Those that are open, the longest waiting first; of decided ones, the latest."""
    start = (page - 1) * size
    order = "opened_at" if state is CaseState.OPEN else "-decided_at"
    rows = _with_reports(Case.objects.filter(state=state).order_by(order, "id"))
    found = [_case(*row) for row in rows.values_list(*CASE)[start : start + size + 1]]
    return Page(found[:size], page, size, has_next=len(found) > size)


def counts_of_cases() -> dict[CaseState, int]:
    counts = dict(Case.objects.order_by().values_list("state").annotate(number=Count("id")))
    return {state: counts.get(state, 0) for state in CaseState}


def case(case_id: UUID) -> CaseView | None:
    rows = _with_reports(Case.objects.filter(id=case_id))
    return next((_case(*row) for row in rows.values_list(*CASE)), None)


def reports_of(case_id: UUID) -> list[ReportView]:
    """The newest first."""
    rows = Report.objects.filter(case_id=case_id).order_by("-reported_at")
    told = rows.values_list("id", "reason", "words", "reported_at")[:MOST_SHOWN]
    return [ReportView(id, ReportReason(reason), *rest) for id, reason, *rest in told]


def reports_by(buyer_ids: Collection[UUID]) -> list[ReportOf]:
    """What a person has reported, under all ids that he has had; the newest first."""
    rows = Report.objects.filter(reporter_id__in=buyer_ids).order_by("-reported_at")
    told = rows.values_list("case__subject_id", "reason", "words", "reported_at")
    return [ReportOf(id, ReportReason(reason), *rest) for id, reason, *rest in told]


def steps_of(case_id: UUID) -> list[StepView]:
    """What staff have done, the latest first."""
    rows = Step.objects.filter(case_id=case_id).order_by("-done_at")
    told = rows.values_list("step", "words", "person_id", "done_at")
    return [StepView(CaseStep(step), *rest) for step, *rest in told]


def hidden_why(product_ids: Iterable[UUID]) -> dict[UUID, Hidden]:
    """Of products that reports have taken off the market: why, the last time."""
    rows = Case.objects.filter(
        kind=CaseKind.PRODUCT_REPORT, state=CaseState.UPHELD, subject_id__in=list(product_ids)
    ).order_by("decided_at")
    return {
        product_id: Hidden(ReportReason(reason), words, decided_at)
        for product_id, reason, words, decided_at in rows.values_list(
            "subject_id", "reason", "words", "decided_at"
        )
    }


def _with_reports(rows: QuerySet) -> QuerySet:
    latest = Max("reports__reported_at", default=F("opened_at"))
    return rows.annotate(reported=Count("reports"), reported_at=latest)


def _case(id: UUID, kind: str, state: str, *rest) -> CaseView:
    return CaseView(id, CaseKind(kind), CaseState(state), *rest)
