"""What a process is, as plain data."""

from dataclasses import dataclass
from enum import StrEnum

SYSTEM = "system"
"""The house itself: its clock and its jobs. It may always move; nobody need name it an actor."""


class Way(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that the process keeps for a while: money, units, a claim."""

    name: str
    is_money: bool = True


@dataclass(frozen=True, slots=True)
class Effect:
    """What a move does, by its name. One with a `holding` fills it or empties it: `party` is from
    whom it comes, or who gets it: an actor, or a name outside of the process. `rest_to`: what is
    given out is parted, and the rest of it is his."""

    name: str
    holding: str = ""
    way: Way | None = None
    party: str = ""
    rest_to: str = ""

    @property
    def getters(self) -> tuple[str, ...]:
        """Who gets what leaves, or some of it."""
        return (self.party, self.rest_to) if self.rest_to else (self.party,)


@dataclass(frozen=True, slots=True)
class Move:
    """A step from any of `before` to `after`, by whoever of `by` makes it."""

    name: str
    before: tuple[str, ...]
    after: str
    by: tuple[str, ...]
    guards: tuple[str, ...] = ()
    """What must be true, by name. Nobody may count on a move that has one."""
    does: tuple[str, ...] = ()
    """Effects, in their order."""
    tells: str = ""
    """The fact that is recorded with it."""
    due: str = ""
    """The moment of the row from which on it may be made."""
    performs: str = ""
    """Whose duty is done by it."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A state that may last: nothing but `on` ends it, and nobody if that is empty."""

    state: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """A life, whole. A version never changes: what runs keeps the one that it began with."""

    name: str
    version: int
    start: str
    ends: tuple[str, ...]
    moves: tuple[Move, ...]
    actors: tuple[str, ...] = ()
    rests: tuple[Rest, ...] = ()
    holdings: tuple[Holding, ...] = ()
    effects: tuple[Effect, ...] = ()
    opens: tuple[str, ...] = ()
    """What is done when it begins."""
    starts: tuple[str, ...] = ()
    """Other states in which one may begin, as if it had been moved there."""
    duties: tuple[str, ...] = ()
    """Actors who must have performed before silence may give them anything."""

    @property
    def states(self) -> tuple[str, ...]:
        """Each once, as they come up."""
        steps = [state for move in self.moves for state in (*move.before, move.after)]
        return tuple(dict.fromkeys([self.start, *self.starts, *steps]))

    def knows(self, name: str) -> bool:
        return any(move.name == name for move in self.moves)

    def move(self, name: str) -> Move:
        return next(move for move in self.moves if move.name == name)

    def allows(self, name: str, state: str) -> bool:
        """May this move be made from there, its guards apart?"""
        return state in self.move(name).before


class FaultKind(StrEnum):
    """Why a process is not sound. What each means, and how it is found: the page on processes."""

    UNKNOWN_NAME = "unknown_name"
    NAMED_TWICE = "named_twice"
    END_IS_LEFT = "end_is_left"
    NOBODY_MOVES = "nobody_moves"
    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"
    NEVER_ENDS = "never_ends"
    TAKES_TWICE = "takes_twice"
    GIVES_NOTHING = "gives_nothing"
    STAYS_HELD = "stays_held"
    RESTS_WITH_MONEY = "rests_with_money"
    PAYS_HIMSELF = "pays_himself"
    SILENCE_PAYS = "silence_pays"


@dataclass(frozen=True, slots=True)
class Fault:
    """`where` is the state, the move or the name at fault."""

    kind: FaultKind
    where: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}"
