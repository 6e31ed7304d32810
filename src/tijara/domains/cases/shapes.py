"""What crosses the border of cases."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

MOST_SHOWN = 100
"""Reports of one case that its page shows, the newest first."""


class CaseKind(StrEnum):
    PRODUCT_REPORT = "product_report"
    """Buyers say that something is wrong with a product."""


class CaseState(StrEnum):
    OPEN = "open"
    UPHELD = "upheld"
    """The product was taken off the market."""
    DISMISSED = "dismissed"


class CaseStep(StrEnum):
    WRITTEN = "written"
    """Staff have written to who sells it."""
    UPHELD = "upheld"
    DISMISSED = "dismissed"


class ReportReason(StrEnum):
    COUNTERFEIT = "counterfeit"
    FORBIDDEN = "forbidden"
    MISLEADING = "misleading"
    UNSAFE = "unsafe"
    OFFENSIVE = "offensive"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReportOf:
    """What a buyer has reported, for himself."""

    product_id: UUID
    reason: ReportReason
    words: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one buyer has said. Who he is, nobody is told."""

    id: UUID
    reason: ReportReason
    words: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class StepView:
    """What one of the staff has done; `words` are what the sellers were written."""

    step: CaseStep
    words: str
    person_id: UUID | None
    done_at: datetime


@dataclass(frozen=True, slots=True)
class CaseView:
    """`subject_id` is the product; `reason` is why it was upheld."""

    id: UUID
    kind: CaseKind
    state: CaseState
    subject_id: UUID
    market_id: UUID
    reason: str
    opened_at: datetime
    due_at: datetime
    """Until then staff should have decided."""
    decided_at: datetime | None
    reports: int
    reported_at: datetime
    """The latest."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why a product was taken off the market, as its sellers read it."""

    reason: ReportReason
    words: str
    decided_at: datetime
