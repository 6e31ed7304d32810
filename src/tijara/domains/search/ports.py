"""What finds documents by their terms: the house's own PostgreSQL, or a provider of the entry-point
group `tijara.search_engines` where a market has grown over several machines.

Terms are made here (`kit/arabic`), for what is laid in and for what is asked; an engine stores them
and compares them as they stand. What a word may mean and which document answers best is weighed
here as well, so that every engine answers alike.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from .shapes import (
    Dropped,
    EngineDocument,
    EngineHealth,
    EngineSilent,
    Generations,
    Hit,
    Laid,
    Sought,
)


class SearchEngine(Protocol):
    """`Settings` is a dataclass: what the engine must be told.

    Asked outside any transaction that writes. It answers instead of raising: silence, errors and
    refusals of the whole are EngineSilent. Documents are laid in and dropped by versions: one that
    comes late never takes the place of a newer one.
    """

    Settings: ClassVar[type[Any]]

    def __init__(self, settings: Any) -> None: ...

    def index(
        self, documents: Sequence[EngineDocument], generation: int
    ) -> tuple[Laid, ...] | EngineSilent:
        """What became of each, in their order."""
        ...

    def drop(self, gone: Sequence[Dropped], generation: int) -> tuple[Laid, ...] | EngineSilent: ...

    def search(self, sought: Sought, most: int) -> list[Hit] | EngineSilent:
        """What can be bought first, then the best sold, then the newest."""
        ...

    def suggest(self, sought: Sought, begun: str, most: int) -> list[Hit] | EngineSilent:
        """The same, of what holds a word beside that begins so."""
        ...

    def count(self, sought: Sought) -> int | EngineSilent: ...

    def health(self) -> EngineHealth: ...

    def generations(self) -> Generations | EngineSilent:
        """Which there are, and which of them answers."""
        ...

    def begin(self, generation: int) -> EngineSilent | None:
        """An empty one beside the others; that it is there already is well."""
        ...

    def serve(self, generation: int) -> EngineSilent | None:
        """From one moment to the next this one answers; all others go."""
        ...
