"""Is a process written in its own words? What follows from its moves is only asked after that."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .shapes import SYSTEM, Effect, Fault, FaultKind, Process, Way


def form_faults(process: Process) -> tuple[Fault, ...]:
    return (
        *(Fault(FaultKind.UNKNOWN_NAME, name) for name in _unknown(process)),
        *(Fault(FaultKind.NAMED_TWICE, name) for name in _twice(process)),
        *_idle(process),
    )


def _unknown(process: Process) -> Iterator[str]:
    states, effects = set(process.states), {one.name for one in process.effects}
    actors, holdings = {*process.actors, SYSTEM}, {one.name for one in process.holdings}
    yield from _beside(states, [*process.ends, *(rest.state for rest in process.rests)])
    yield from _beside({*actors, ""}, [rest.on for rest in process.rests])
    yield from _beside(actors, process.duties)
    yield from _beside(effects, process.opens)
    for move in process.moves:
        yield from _beside(actors, move.by)
        yield from _beside({*actors, ""}, [move.performs])
        yield from _beside(effects, move.does)
    for effect in process.effects:
        yield from _halves(effect, holdings)


def _halves(effect: Effect, holdings: set[str]) -> Iterator[str]:
    """A holding, a way and a party: all three, or none."""
    told = (bool(effect.holding), effect.way is not None, bool(effect.party))
    if any(told):
        yield from _beside(holdings, [effect.holding])
        if not all(told):
            yield effect.name
    if effect.rest_to and effect.way is not Way.OUT:
        yield effect.name


def _beside(known: set[str], names: Iterable[str]) -> list[str]:
    return [name for name in names if name not in known]


def _twice(process: Process) -> Iterator[str]:
    for named in (process.moves, process.effects, process.holdings):
        yield from (name for name, many in Counter(one.name for one in named).items() if many > 1)
    rests = Counter(rest.state for rest in process.rests)
    yield from (state for state, many in rests.items() if many > 1 or state in process.ends)


def _idle(process: Process) -> Iterator[Fault]:
    for move in process.moves:
        yield from (Fault(FaultKind.END_IS_LEFT, end) for end in move.before if end in process.ends)
        if not move.by or not move.before:
            yield Fault(FaultKind.NOBODY_MOVES, move.name)
