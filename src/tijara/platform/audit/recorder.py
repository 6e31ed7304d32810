"""Write one act of a seller or of staff into the audit log."""

from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID

from .models import AuditEntry


def record_act(actor: Actor, action: str, given: dict[str, Any]) -> None:
    """Keeps ids, numbers, dates and states; never free text, which may hold personal data."""
    AuditEntry.objects.create(
        owner_id=actor.owner_id or OPERATOR_ID,
        person_id=actor.person_id,
        actor_kind=actor.kind,
        action=action,
        facts={
            name: plain for name, value in given.items() if (plain := _plain(value)) is not None
        },
    )


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date):
        return str(value)
    return None
