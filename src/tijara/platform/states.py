"""Lives of things: one table of moves, proved whole when it is declared."""

from collections.abc import Mapping
from dataclasses import dataclass


class UnsoundLife(ValueError):
    """A table of moves has a state that is never reached, or never left without being an end."""


@dataclass(frozen=True)
class Life:
    """`moves` maps each state to the states that may follow; an end maps to the empty set."""

    start: str
    moves: Mapping[str, frozenset[str]]
    ends: frozenset[str]

    def __post_init__(self) -> None:
        unknown = {after for afters in self.moves.values() for after in afters} - set(self.moves)
        if unknown or self.start not in self.moves:
            raise UnsoundLife(f"states without a row: {sorted(unknown) or self.start}")
        lost = set(self.moves) - self._reached_from(self.start)
        if lost:
            raise UnsoundLife(f"never reached: {sorted(lost)}")
        for state in self.moves:
            if not self._reached_from(state) & self.ends:
                raise UnsoundLife(f"no end is reached from {state}")
            if (state in self.ends) != (not self.moves[state]):
                raise UnsoundLife(f"{state}: an end has no moves, and only an end")

    def allows(self, before: str, after: str) -> bool:
        return after in self.moves[before]

    def before(self, after: str) -> frozenset[str]:
        """The states from which `after` may be entered."""
        return frozenset(state for state, afters in self.moves.items() if after in afters)

    def _reached_from(self, state: str) -> set[str]:
        seen, waiting = set(), [state]
        while waiting:
            state = waiting.pop()
            if state not in seen:
                seen.add(state)
                waiting.extend(self.moves[state])
        return seen
