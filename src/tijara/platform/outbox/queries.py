"""How the outbox stands: what waits, and what was given up."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from tijara.kit.page import Page
from tijara.platform.audits import Findings, proof

from .models import Event
from .relay import MOST_ATTEMPTS

SHOWN = 20
COLUMNS = ("owner_id", "id", "name", "recorded_at", "attempts", "retry_at", "last_error")


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting` are still tried; `parked` failed so often that a person must look."""

    waiting: int
    parked: int
    oldest_waiting: datetime | None


def backlog() -> Backlog:
    waits = Q(attempts__lt=MOST_ATTEMPTS)
    found = Event.objects.filter(delivered_at=None).aggregate(
        waiting=Count("id", filter=waits),
        parked=Count("id", filter=~waits),
        oldest_waiting=Min("recorded_at", filter=waits),
    )
    return Backlog(**found)


@dataclass(frozen=True, slots=True)
class WaitingEvent:
    """A fact that is not delivered yet. `is_parked`: it failed so often that a person must look."""

    owner_id: UUID
    id: UUID
    name: str
    recorded_at: datetime
    attempts: int
    retry_at: datetime | None
    last_error: str

    @property
    def is_parked(self) -> bool:
        return self.attempts >= MOST_ATTEMPTS


def waiting_events(*, page: int = 1, size: int = 30) -> Page[WaitingEvent]:
    """Those that failed most often first, then the oldest."""
    start = (page - 1) * size
    rows = Event.objects.filter(delivered_at=None).order_by("-attempts", "id")
    found = [WaitingEvent(*row) for row in rows.values_list(*COLUMNS)[start : start + size + 1]]
    return Page(found[:size], page, size, has_next=len(found) > size)


@proof("every fact reached those who react to it, or is still on its way")
def delivery_proof() -> Findings:
    parked = Event.objects.filter(delivered_at=None, attempts__gte=MOST_ATTEMPTS)
    told = parked.order_by("id").values_list("name", "id", "last_error")[:SHOWN]
    faults = [f"{name} ({id}) was given up: {error}" for name, id, error in told]
    return Findings(Event.objects.count(), faults)
