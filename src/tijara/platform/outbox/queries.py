"""How the outbox stands: what waits, and what was given up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from tijara.kit.page import Cursor, Page, keyset_page
from tijara.platform.audits import Findings, proof
from tijara.platform.keyset import newest_first

from .models import Event, Reaction
from .relay import MOST_ATTEMPTS
from .subscriptions import subscription_of

SHOWN = 20
COLUMNS = (
    "owner_id", "id", "name", "recorded_at", "delivered_at", "attempts", "retry_at", "last_error",
)  # fmt: skip


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
class EventRow:
    """A fact in the outbox. `is_parked`: it failed so often that a person must look."""

    owner_id: UUID
    id: UUID
    name: str
    recorded_at: datetime
    delivered_at: datetime | None
    attempts: int
    retry_at: datetime | None
    last_error: str

    @property
    def is_parked(self) -> bool:
        return self.delivered_at is None and self.attempts >= MOST_ATTEMPTS


@dataclass(frozen=True, slots=True)
class EventView:
    """One fact whole: what it tells, who has met it, and who has yet to."""

    row: EventRow
    lane: int
    body: Mapping[str, Any]
    met: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaneLag:
    lane: int
    waiting: int
    oldest: datetime


def waiting_events(*, page: int = 1, size: int = 30) -> Page[EventRow]:
    """Not delivered yet: those that failed most often first, then the oldest."""
    rows = Event.objects.filter(delivered_at=None).order_by("-attempts", "id")
    return _page_of(rows, page, size)


def parked_events(*, page: int = 1, size: int = 30) -> Page[EventRow]:
    rows = Event.objects.filter(delivered_at=None, attempts__gte=MOST_ATTEMPTS)
    return _page_of(rows.order_by("id"), page, size)


def events(
    *,
    name: str = "",
    owner_id: UUID | None = None,
    about: UUID | None = None,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[EventRow]:
    """What is kept, the newest first. `about` is an id: the fact's own, or one that it tells of
    (with an owner only, whose facts are few enough to be looked through)."""
    rows = Event.objects.filter(name=name) if name else Event.objects.all()
    rows = rows.filter(owner_id=owner_id) if owner_id else rows
    if about is not None:
        is_it = Q(id=about)
        rows = rows.filter(is_it | Q(body__order_id=str(about)) if owner_id else is_it)
    if owner_id:
        return _page_of(rows.order_by("-id"), page, size)
    newest = newest_first(rows, "recorded_at", beside, page, size).values_list(*COLUMNS)
    found = [EventRow(*row) for row in newest]
    return keyset_page(found, page, size, beside=beside, key=lambda one: (one.recorded_at, one.id))


def event(owner_id: UUID, event_id: UUID) -> EventView | None:
    rows = Event.objects.filter(owner_id=owner_id, id=event_id)
    found = rows.values_list(*COLUMNS, "lane", "body").first()
    if found is None:
        return None
    *told, lane, body = found
    marks = Reaction.objects.filter(owner_id=owner_id, event_id=event_id)
    met = sorted(marks.values_list("reaction", flat=True))
    subscription = subscription_of(told[2])
    wanted = subscription.reactions if subscription else {}
    missing = tuple(name for name in wanted if name not in met)
    return EventView(EventRow(*told), lane, body, tuple(met), missing)


def lane_lags() -> list[LaneLag]:
    """The lanes in which something waits, with how long the first of it has."""
    waits = Event.objects.filter(delivered_at=None, attempts__lt=MOST_ATTEMPTS).order_by("lane")
    rows = waits.values_list("lane").annotate(waiting=Count("id"), oldest=Min("recorded_at"))
    return [LaneLag(*row) for row in rows]


def _page_of(rows: QuerySet, page: int, size: int) -> Page[EventRow]:
    start = (page - 1) * size
    found = [EventRow(*row) for row in rows.values_list(*COLUMNS)[start : start + size + 1]]
    return Page(found[:size], page, size, has_next=len(found) > size)


@proof("every fact reached those who react to it, or is still on its way")
def delivery_proof() -> Findings:
    parked = Event.objects.filter(delivered_at=None, attempts__gte=MOST_ATTEMPTS)
    told = parked.order_by("id").values_list("name", "id", "last_error")[:SHOWN]
    faults = [f"{name} ({id}) was given up: {error}" for name, id, error in told]
    return Findings(Event.objects.count(), faults)
