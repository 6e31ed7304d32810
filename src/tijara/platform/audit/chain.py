"""The chain: each entry's hash covers the entry and the hash of the one before it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

BEGINNING = "0" * 64
"""What stands before the first entry of an owner."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry in its place: everything that its hash covers."""

    owner_id: UUID
    place: int
    """From 1, without a gap."""
    previous: str
    id: UUID
    person_id: UUID | None
    actor_kind: str
    action: str
    facts: Mapping[str, Any]
    recorded_at: datetime


def hash_of(link: Link) -> str:
    return sha256(canonical(link)).hexdigest()


def canonical(link: Link) -> bytes:
    """The one way to write an entry down: JSON with sorted names, no spaces, moments in UTC."""
    told = {
        "form": 1,
        "owner": str(link.owner_id),
        "place": link.place,
        "previous": link.previous,
        "id": str(link.id),
        "person": None if link.person_id is None else str(link.person_id),
        "actor": link.actor_kind,
        "action": link.action,
        "facts": link.facts,
        "at": link.recorded_at.astimezone(UTC).isoformat(timespec="microseconds"),
    }
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return plain.encode()
