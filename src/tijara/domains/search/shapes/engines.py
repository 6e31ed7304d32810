"""What goes to an engine and comes back."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class EngineDocument:
    """What an engine holds of a product in a market: what it is searched by, and what its answer is
    weighed by."""

    product_id: UUID
    market_id: UUID
    version: int
    """Grows with each change; an older one is refused."""
    text: str
    """Fields of terms between bars."""
    names: tuple[str, str, str]
    category_path: str
    sellers: tuple[UUID, ...]
    in_stock: bool
    popularity: int


@dataclass(frozen=True, slots=True)
class Dropped:
    product_id: UUID
    market_id: UUID
    version: int


class Laid(StrEnum):
    """What became of a document that was given to an engine."""

    DONE = "done"
    OLDER = "older"
    """It holds a newer one already."""
    LATER = "later"
    """It has too much to do: to be asked again."""
    REFUSED = "refused"
    """It can't be taken as it is."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Documents of a market, of these departments (none: all), of this seller, that hold for each
    group one of its words."""

    market_id: UUID
    words: tuple[tuple[str, ...], ...] = ()
    category_paths: tuple[str, ...] = ()
    seller_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    product_id: UUID
    text: str
    names: tuple[str, str, str]
    in_stock: bool
    popularity: int


@dataclass(frozen=True, slots=True)
class Generations:
    """Of an index: those that there are, and the one that answers (0: none)."""

    known: tuple[int, ...]
    serving: int


@dataclass(frozen=True, slots=True)
class EngineHealth:
    is_well: bool
    says: str
    """In the engine's own words."""
    documents: int | None = None


@dataclass(frozen=True, slots=True)
class EngineSilent:
    """No answer that could be used; why, for the log."""

    why: str
