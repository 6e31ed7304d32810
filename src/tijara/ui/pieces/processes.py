"""The picture of a process: states from top to bottom, moves as arrows with a number each. A table
of the same moves stands beside it, for the ear and for who wants their words."""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString

from tijara.platform.process.shapes import SYSTEM, Process
from tijara.ui.language import is_rtl
from tijara.ui.pieces.escaping import escape

WIDTH, ROW, TOP = 360, 92, 10
BOX, TALL = 108, 40
Place = tuple[float, float]
Arrow = tuple[Place, Place, Place]
"""From where, by which corner, to where."""


def process_picture(process: Process, names: Mapping[str, object]) -> SafeString:
    """`names`: what each state is called. Arrows that only the clock takes are dashed."""
    places = _places(process)
    height = max(y for _, y in places.values()) + TALL + TOP
    told: dict[tuple[str, str], list[int]] = {}
    silent: dict[tuple[str, str], bool] = {}
    for number, move in enumerate(process.moves, 1):
        for before in move.before:
            told.setdefault((before, move.after), []).append(number)
            alone = move.by == (SYSTEM,)
            silent[before, move.after] = silent.get((before, move.after), True) and alone
    drawn = [
        _arrow(places[before], places[after], numbers, is_silent=silent[before, after])
        for (before, after), numbers in told.items()
    ]
    boxes = [
        _box(place, names[state], is_end=state in process.ends) for state, place in places.items()
    ]
    return SafeString(
        f'<svg class="process" viewBox="0 0 {WIDTH} {height}" aria-hidden="true">'
        '<defs><marker id="process-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        + "".join(line for line, _ in drawn)
        + "".join(boxes)
        + "".join(mark for _, mark in drawn)
        + "</svg>"
    )


def _places(process: Process) -> dict[str, Place]:
    """The middle of each state's upper edge: one below the other as they are reached, and the ends
    side by side in the last row, in the reading direction."""
    inner = [state for state in _reached(process) if state not in process.ends]
    places = {state: (WIDTH / 2, float(TOP + ROW * row)) for row, state in enumerate(inner)}
    ends = _side_by_side(process)
    for column, state in enumerate(ends):
        x = WIDTH * (2 * column + 1) / (2 * len(ends))
        places[state] = (WIDTH - x if is_rtl() else x, float(TOP + ROW * len(inner)))
    return places


def _side_by_side(process: Process) -> list[str]:
    """The ends, those that most moves lead to on the outside: the way around is free there."""
    ends = [state for state in process.states if state in process.ends]
    many = {end: sum(len(one.before) for one in process.moves if one.after == end) for end in ends}
    ranked = sorted(ends, key=lambda end: -many[end])
    return ranked[0::2] + ranked[1::2][::-1]


def _reached(process: Process) -> Sequence[str]:
    found = [process.start]
    for state in found:
        after = [move.after for move in process.moves if state in move.before]
        found += [one for one in dict.fromkeys(after) if one not in found]
    return found


def _arrow(start: Place, end: Place, numbers: list[int], *, is_silent: bool) -> tuple[str, str]:
    """The line, and the mark with its numbers on it."""
    first, corner, last = _course(start, end)
    x, y = (first[axis] * 0.3 + corner[axis] * 0.5 + last[axis] * 0.2 for axis in (0, 1))
    text = "·".join(map(str, numbers))
    wide = 14 + 7 * len(text)
    dashed = " silent" if is_silent else ""
    line = (
        f'<path class="way{dashed}" marker-end="url(#process-tip)" d="M{first[0]:.0f} '
        f'{first[1]:.0f}Q{corner[0]:.0f} {corner[1]:.0f} {last[0]:.0f} {last[1]:.0f}"/>'
    )
    mark = (
        f'<rect class="mark" x="{x - wide / 2:.0f}" y="{y - 9:.0f}" width="{wide}" height="18" '
        f'rx="9"/><text class="number" x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle" '
        f'direction="ltr">{text}</text>'
    )
    return line, mark


def _course(start: Place, end: Place) -> Arrow:
    """Down to the next straight; further down around what lies between, on the side of the end.
    Whatever comes to an end from further above touches it further out."""
    (x1, y1), (x2, y2) = start, end
    rows = round((y2 - y1) / ROW)
    if rows <= 1:
        lean = 12 * ((x2 > x1) - (x2 < x1))
        return (x1 + lean, y1 + TALL), ((x1 + x2) / 2 + lean, (y1 + TALL + y2) / 2), (x2, y2)
    side = -1 if x2 < x1 else 1
    edge = x1 + side * BOX / 2
    out = max(edge * side, x2 * side) + 14 * (rows - 1)
    return (edge, y1 + TALL / 2), (out * side, y1 + TALL / 2), (x2 + side * 16 * (rows - 1), y2)


def _box(place: Place, name: object, *, is_end: bool) -> str:
    x, y = place
    kind = "end" if is_end else "state"
    return (
        f'<rect class="{kind}" x="{x - BOX / 2:.0f}" y="{y:.0f}" width="{BOX}" height="{TALL}" '
        f'rx="10"/><text class="name" x="{x:.0f}" y="{y + TALL / 2 + 5:.0f}" '
        f'text-anchor="middle">{escape(str(name))}</text>'
    )
