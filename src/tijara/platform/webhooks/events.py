"""What becomes of endpoints."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class EndpointDisabled:
    """Nothing is sent there any more: it failed for too long, or it says that it is gone."""

    name: ClassVar[str] = "webhooks.endpoint_disabled.v1"
    owner_id: UUID
    endpoint_id: UUID
    host: str
    why: str
    time: int
    """How often it has been switched off until now: the same endpoint may fail again."""
