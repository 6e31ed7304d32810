"""Does a process that a market has written fit this house? Each of its moves must be one that an
action makes, with the very effects that it carries out; it may leave moves out, and narrow from
where and by whom they are made. After that it is proved like any other.
"""

from collections.abc import Iterator

from tijara.platform.process.proving import prove
from tijara.platform.process.shapes import Fault, Move, Process

from ..shapes import Misfit, ProcessKind, Unfit
from .processes import HELD, KINDS, MOVES, PERFORM, SETTLE, SILENCE, TAKE_BACK

NEEDED = (PERFORM.name, SETTLE.name, TAKE_BACK.name)
FIXED = ("after", "does", "performs", "due", "tells", "guards")
WHOLE = KINDS[ProcessKind.BY_STAFF]


def faults_of(process: Process) -> tuple[Fault | Misfit, ...]:
    """All of them at once: what does not fit, and what the proof has found. One that holds other
    things than ours is not looked at: what it could come to has no bounds."""
    misfits = tuple(_misfits(process))
    if any(one.kind is Unfit.OTHER_FRAME for one in misfits):
        return misfits
    return (*misfits, *prove(process))


def _misfits(process: Process) -> Iterator[Misfit]:
    names = [one.name for one in process.moves]
    yield from (Misfit(Unfit.MISSING_MOVE, name) for name in NEEDED if name not in names)
    if process.rests != tuple(one for one in WHOLE.rests if one.state in process.states):
        yield Misfit(Unfit.OTHER_FRAME, "rests")
    for part in ("start", "starts", "actors", "duties", "holdings", "opens"):
        if getattr(process, part) != getattr(WHOLE, part):
            yield Misfit(Unfit.OTHER_FRAME, part)
    if not set(process.effects) <= set(WHOLE.effects):
        yield Misfit(Unfit.OTHER_FRAME, "effects")
    for move in process.moves:
        yield from _misfits_of_move(move)
    yield from _lost(process)


def _misfits_of_move(move: Move) -> Iterator[Misfit]:
    ours = MOVES.get(move.name)
    if ours is None:
        yield Misfit(Unfit.UNKNOWN_MOVE, move.name)
        return
    if any(getattr(move, part) != getattr(ours, part) for part in FIXED):
        yield Misfit(Unfit.OTHER_THAN_OURS, move.name)
    if not set(move.before) <= set(ours.before):
        yield Misfit(Unfit.NOT_FROM_THERE, move.name)
    if not set(move.by) <= set(ours.by):
        yield Misfit(Unfit.NOT_BY_HIM, move.name)


def _lost(process: Process) -> Iterator[Misfit]:
    """An order that is taken back ends its deal wherever it stands; the clock has one thing to do
    with a dispute."""
    back = {state for one in process.moves if one.name == TAKE_BACK.name for state in one.before}
    for state in HELD:
        if state in process.states and state not in back:
            yield Misfit(Unfit.KEEPS_TAKEN_BACK, state)
        clocks = [one for one in process.moves if one.name in SILENCE and state in one.before]
        if len(clocks) > 1:
            yield Misfit(Unfit.TWO_CLOCKS, state)
