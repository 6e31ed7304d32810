"""The audit log, read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tijara.kit.page import Page

from .models import AuditEntry

COLUMNS = (
    "owner_id", "person_id", "actor_kind", "action", "facts", "recorded_at", "place", "hash",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what, when, to whose rows. `facts` are ids, numbers, dates and states."""

    owner_id: UUID
    person_id: UUID | None
    actor_kind: str
    action: str
    facts: dict[str, Any]
    recorded_at: datetime
    place: int
    """In the chain of its owner."""
    hash: str


def recent_acts(
    *,
    action: str = "",
    person_id: UUID | None = None,
    owner_id: UUID | None = None,
    page: int = 1,
    size: int = 30,
) -> Page[Act]:
    """What sellers and staff did, newest first, over all owners."""
    start = (page - 1) * size
    found = AuditEntry.objects.order_by("-recorded_at", "-id")
    given = {"action": action, "person_id": person_id, "owner_id": owner_id}
    found = found.filter(**{name: value for name, value in given.items() if value})
    rows = found.values_list(*COLUMNS)
    acts = [Act(*row) for row in rows[start : start + size + 1]]
    return Page(acts[:size], page, size, has_next=len(acts) > size)
