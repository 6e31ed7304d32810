"""The audit log, read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tijara.kit.page import Cursor, Page, keyset_page
from tijara.platform.keyset import newest_first

from .models import AuditEntry

COLUMNS = (
    "owner_id", "person_id", "actor_kind", "action", "facts", "recorded_at", "place", "hash",
    "id",
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
    id: UUID


def recent_acts(
    *,
    action: str = "",
    person_id: UUID | None = None,
    owner_id: UUID | None = None,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[Act]:
    """What sellers and staff did, newest first, over all owners."""
    given = {"action": action, "person_id": person_id, "owner_id": owner_id}
    found = AuditEntry.objects.filter(**{name: value for name, value in given.items() if value})
    rows = newest_first(found, "recorded_at", beside, page, size).values_list(*COLUMNS)
    acts = [Act(*row) for row in rows]
    return keyset_page(acts, page, size, beside=beside, key=lambda one: (one.recorded_at, one.id))
