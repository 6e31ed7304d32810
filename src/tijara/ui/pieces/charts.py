"""Charts drawn by the server, in the reading direction, so that their words are never mirrored. A
table of the same numbers stands behind each, for the ear and for who wants them exactly."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tijara.ui.language import is_rtl
from tijara.ui.pieces.escaping import escape
from tijara.ui.pieces.times import WEEKDAYS

SHORTENED = {"en": "{}", "fr": "{}."}
"""How a weekday is shortened, of its first three letters."""
WIDTH, HEIGHT = 720, 220
TOP, BOTTOM, SIDE, EDGE = 20, 190, 56, 34
STEPS, WEEK = 4, 7
ROUND = (1, 2, 4, 6, 8, 10)


def days_chart(days: Sequence[date], now: Sequence[int], then: Sequence[int]) -> SafeString:
    """Two lines over the days: these, and those before them (dashed), if there are any. A week's
    days have their names, of more days some have their dates."""
    top = _rounded(max(*now, *then, STEPS))
    x = [_across(place, len(days)) for place in range(len(days))]
    points = [(place, _down(value, top)) for place, value in zip(x, now, strict=True)]
    before = [(place, _down(value, top)) for place, value in zip(x, then, strict=bool(then))]
    said = _name if len(days) <= WEEK else _date
    step = -(-len(days) // WEEK)
    area = [(x[0], BOTTOM), *points, (x[-1], BOTTOM)]
    last = points[-1]
    return SafeString(
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        + "".join(_line(step * top / STEPS, top, minor=step % 2 == 1) for step in range(STEPS + 1))
        + "".join(
            _under(place, said(day), is_last=day == days[-1])
            for place, day in [*zip(x, days, strict=True)][::step]
        )
        + f'<polyline class="then" points="{_path(before)}"/>'
        f'<polygon class="area" points="{_path(area)}"/>'
        f'<polyline class="now" points="{_path(points)}"/>'
        f'<circle class="dot" cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="5"/></svg>'
    )


def _under(place: float, said: str, *, is_last: bool) -> str:
    """The last ends where the chart does: on a phone a long name would be cut."""
    edge = EDGE - 30 if is_rtl() else WIDTH - EDGE + 30
    at, anchor = (edge, "end") if is_last else (place, "middle")
    return f'<text class="x" x="{at:.0f}" y="212" text-anchor="{anchor}">{said}</text>'


def _rounded(most: float) -> float:
    """The next number above that reads well on an axis."""
    size = 10 ** (len(str(int(most))) - 1)
    return next(size * step for step in ROUND if size * step >= most)


def _across(place: int, many: int) -> float:
    share = place / max(many - 1, 1)
    first, last = SIDE + EDGE, WIDTH - EDGE
    return WIDTH - first - share * (last - first) if is_rtl() else first + share * (last - first)


def _down(value: float, top: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * value / top


def _line(value: float, top: float, *, minor: bool) -> str:
    """A line of the grid and its number, beside the line where reading begins."""
    y = _down(value, top)
    first, last = (EDGE - 28, WIDTH - SIDE) if is_rtl() else (SIDE, WIDTH - EDGE + 28)
    at, anchor = (WIDTH - SIDE + 10, "start") if is_rtl() else (SIDE - 10, "end")
    return (
        f'<path class="grid-line" d="M{first} {y:.1f}H{last}"/>'
        f'<text{" class=minor" if minor else ""} x="{at}" y="{y + 4:.1f}" '
        f'text-anchor="{anchor}" direction="ltr">{_short(value)}</text>'
    )


def _short(value: float) -> str:
    """2500 -> 2.5k."""
    for size, letter in ((1_000_000, "M"), (1000, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def _name(day: date) -> str:
    """In Arabic without its article, as calendars have it; "Mon" or "lun." in the others."""
    language = (get_language() or "ar")[:2]
    name = WEEKDAYS[language][day.weekday()]
    if language in SHORTENED:
        return escape(SHORTENED[language].format(name[:3]))
    return escape(name.removeprefix("ال"))


def _date(day: date) -> str:
    return f"{day.day}/{day.month}"


def _path(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
