"""What crosses the border of this mechanism."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SavedView:
    """A list as somebody wants to find it again: what its address asks for (without "?"), and its
    columns in their order; None: those that he sees anyway."""

    id: UUID
    table: str
    name: str
    query: str
    columns: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class NoteView:
    """What somebody wrote beside a thing. The text of one that was withdrawn is gone."""

    id: UUID
    person_id: UUID
    text: str
    written_at: datetime
    withdrawn_at: datetime | None
