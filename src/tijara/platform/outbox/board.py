"""What waits in the outbox, for the people who look after it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tijara.kit.page import Page

from .models import Event
from .relay import MOST_ATTEMPTS

COLUMNS = ("owner_id", "id", "name", "recorded_at", "attempts", "retry_at", "last_error")


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


@dataclass(frozen=True, slots=True)
class WaitingCounts:
    waiting: int
    failing: int
    """Of these, so many have failed at least once."""
    parked: int


def waiting_events(*, page: int = 1, size: int = 30) -> Page[WaitingEvent]:
    """Those that failed most often first, then the oldest."""
    start = (page - 1) * size
    rows = Event.objects.filter(delivered_at=None).order_by("-attempts", "id")
    found = [WaitingEvent(*row) for row in rows.values_list(*COLUMNS)[start : start + size + 1]]
    return Page(found[:size], page, size, has_next=len(found) > size)


def waiting_counts() -> WaitingCounts:
    """Over the index of pending facts only."""
    waiting = Event.objects.filter(delivered_at=None)
    return WaitingCounts(
        waiting.count(),
        waiting.filter(attempts__gt=0).count(),
        waiting.filter(attempts__gte=MOST_ATTEMPTS).count(),
    )
