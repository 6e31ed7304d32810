"""Is a process sound? Every situation that it can come to is looked at: there are few.

A situation is a state, what is held and from whom it came, and whose duty is done. Guards may be
true or false at any time: so a move that has one is counted where it could do harm, and never where
something depends on it. docs/algorithms/processes.md says what each fault means and why this
decides it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .form import form_faults
from .shapes import SYSTEM, Effect, Fault, FaultKind, Move, Process, Way


@dataclass(frozen=True, slots=True)
class Situation:
    state: str
    held: frozenset[tuple[str, str]] = frozenset()
    """(holding, from whom it came)"""
    done: frozenset[str] = frozenset()
    """Actors who have performed."""

    def from_whom(self, holding: str) -> str | None:
        return next((party for name, party in self.held if name == holding), None)


@dataclass(slots=True)
class Found:
    situations: set[Situation] = field(default_factory=set)
    faults: dict[Fault, None] = field(default_factory=dict)

    def note(self, kind: FaultKind, where: str) -> None:
        self.faults[Fault(kind, where)] = None


def prove(process: Process) -> tuple[Fault, ...]:
    """Nothing, if it is sound."""
    if wrong := form_faults(process):
        return wrong
    found = _explored(process)
    reached = {one.state for one in found.situations}
    for state in process.states:
        if state not in reached:
            found.note(FaultKind.UNREACHABLE, state)
    for state in reached - _can_end(process):
        found.note(FaultKind.DEAD_END, state)
    for state in reached - _ends_by_itself(process):
        found.note(FaultKind.NEVER_ENDS, state)
    return tuple(sorted(found.faults, key=str))


def money_of(process: Process) -> set[str]:
    return {one.name for one in process.holdings if one.is_money}


def _explored(process: Process) -> Found:
    found, effects = Found(), {one.name: one for one in process.effects}
    opened = _after(Situation(process.start), process.opens, effects, None, process, found)
    waiting = [Situation(state, opened.held) for state in (process.start, *process.starts)]
    while waiting:
        situation = waiting.pop()
        if situation in found.situations:
            continue
        found.situations.add(situation)
        _look_at_rest(process, situation, found)
        for move in process.moves:
            if situation.state in move.before:
                waiting.append(_moved(process, situation, move, effects, found))
    return found


def _look_at_rest(process: Process, situation: Situation, found: Found) -> None:
    if situation.state in process.ends and situation.held:
        found.note(FaultKind.STAYS_HELD, situation.state)
    money, rests = money_of(process), {rest.state for rest in process.rests}
    if situation.state in rests and any(name in money for name, _ in situation.held):
        found.note(FaultKind.RESTS_WITH_MONEY, situation.state)


def _moved(
    process: Process, before: Situation, move: Move, effects: dict[str, Effect], found: Found
) -> Situation:
    """The house can't say of itself that somebody has performed: only where a guard knows it."""
    counts = move.performs and (move.guards or SYSTEM not in move.by)
    done = before.done | {move.performs} if counts else before.done
    start = Situation(move.after, before.held, done)
    return _after(start, move.does, effects, move, process, found)


def _after(
    at: Situation,
    names: tuple[str, ...],
    effects: dict[str, Effect],
    move: Move | None,
    process: Process,
    found: Found,
) -> Situation:
    """The situation once these effects are done, one after another."""
    where, money = move.name if move else "opens", money_of(process)
    for effect in (effects[name] for name in names):
        if effect.way is Way.IN:
            if at.from_whom(effect.holding) is not None:
                found.note(FaultKind.TAKES_TWICE, where)
            at = Situation(at.state, at.held | {(effect.holding, effect.party)}, at.done)
        elif effect.way is Way.OUT:
            source = at.from_whom(effect.holding)
            if source is None:
                found.note(FaultKind.GIVES_NOTHING, where)
            if effect.holding in money:
                for kind in _greed(process, move, effect, source, at):
                    found.note(kind, where)
            left = frozenset(one for one in at.held if one[0] != effect.holding)
            at = Situation(at.state, left, at.done)
    return at


def _greed(
    process: Process, move: Move | None, effect: Effect, source: str | None, at: Situation
) -> Iterator[FaultKind]:
    """Who gets what is given out: whoever moves may take back what was his own, as long as nobody
    has performed for it, and nothing else."""
    if move is None:
        return
    for gets in effect.getters:
        is_own = source == gets and not at.done - {gets}
        if gets != SYSTEM and gets in move.by and not is_own:
            yield FaultKind.PAYS_HIMSELF
        if SYSTEM in move.by and gets in process.duties and gets not in at.done:
            yield FaultKind.SILENCE_PAYS


def _can_end(process: Process) -> set[str]:
    """States from which an end is reached by moves that depend on nothing."""
    good, grown = set(process.ends), True
    while grown:
        grown = False
        for move in process.moves:
            new = set(move.before) - good
            if new and move.after in good and not move.guards:
                good |= new
                grown = True
    return good


def _ends_by_itself(process: Process) -> set[str]:
    """States from which the house alone comes to an end or to a rest, whichever of its moves is
    made: one of them depends on nothing, and none leads round in a circle."""
    own = [move for move in process.moves if SYSTEM in move.by]
    good, grown = {*process.ends, *(rest.state for rest in process.rests)}, True
    while grown:
        grown = False
        for state in set(process.states) - good:
            moves = [move for move in own if state in move.before]
            sure = any(not move.guards for move in moves)
            if sure and all(move.after in good for move in moves):
                good.add(state)
                grown = True
    return good
