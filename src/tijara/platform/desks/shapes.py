"""What crosses the border of this mechanism."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SavedView:
    """A list as somebody wants to find it again: what its address asks for (without "?"), and its
    columns in their order; None: those that he sees anyway. One that is not his
    own was shared by somebody at the same desk."""

    id: UUID
    table: str
    name: str
    query: str
    columns: tuple[str, ...] | None
    is_own: bool = True
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """What somebody wrote beside a thing. The text of one that was withdrawn is gone."""

    id: UUID
    person_id: UUID
    text: str
    written_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeptText:
    """Words that people at a desk use again when they do this."""

    id: UUID
    of_act: str
    text: str
