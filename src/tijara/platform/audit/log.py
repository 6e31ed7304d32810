"""The audit log, read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tijara.kit.page import Page

from .models import AuditEntry

COLUMNS = ("owner_id", "person_id", "actor_kind", "action", "facts", "recorded_at")


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what, when, to whose rows. `facts` are ids, numbers, dates and states."""

    owner_id: UUID
    person_id: UUID | None
    actor_kind: str
    action: str
    facts: dict[str, Any]
    recorded_at: datetime


def recent_acts(*, page: int = 1, size: int = 30) -> Page[Act]:
    """What sellers and staff did, newest first, over all owners."""
    start = (page - 1) * size
    rows = AuditEntry.objects.order_by("-recorded_at", "-id").values_list(*COLUMNS)
    acts = [Act(*row) for row in rows[start : start + size + 1]]
    return Page(acts[:size], page, size, has_next=len(acts) > size)
