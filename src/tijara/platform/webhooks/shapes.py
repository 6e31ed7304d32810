"""What crosses the border of this mechanism."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DeliveryState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


class Fault(StrEnum):
    """Why a try counts for nothing."""

    STATUS = "status"
    REDIRECT = "redirect"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    NOT_PUBLIC = "not_public"
    UNSAFE = "unsafe"
    """The certificate does not prove who answers."""


class OffWhy(StrEnum):
    STAFF = "staff"
    FAILING = "failing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one request. `fault` is None where the endpoint took it."""

    fault: Fault | None
    status: int | None = None
    excerpt: str = ""
    milliseconds: int = 0
    asked: int = 0
    """Seconds that the receiver asks to be left alone (Retry-After)."""


@dataclass(frozen=True, slots=True)
class EndpointView:
    owner_id: UUID
    id: UUID
    url: str
    note: str
    types: tuple[str, ...]
    is_active: bool
    off_why: str
    failing_since: datetime | None
    failures: int
    old_until: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryView:
    owner_id: UUID
    id: UUID
    endpoint_id: UUID
    event_id: UUID
    event_owner_id: UUID
    event_name: str
    state: DeliveryState
    attempts: int
    next_at: datetime
    status: int | None
    fault: str
    created_at: datetime
    ended_at: datetime | None
    body: str = ""


@dataclass(frozen=True, slots=True)
class AttemptView:
    number: int
    started_at: datetime
    milliseconds: int
    status: int | None
    fault: str
    excerpt: str
