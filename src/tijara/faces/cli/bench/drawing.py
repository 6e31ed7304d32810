"""Drawings for the pages that benches write: SVG within the page, in its own colours (`var(--…)`),
from left to right or from right to left."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import log10

WIDTH = 680
ROW, BAR = 34, 12
LABEL = 236
"""Where bars begin."""
FIGURE = 96
"""What is left for the figure behind the longest bar."""
HEIGHT, LEFT, BOTTOM, TOP = 320, 56, 40, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` is of the longest, 0 to 1; `tone` a name of the page's colours; `mark` the share
    where its reach is."""

    label: str
    figure: str
    share: float
    tone: str = "accent"
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Values by size, in a colour of its own."""

    label: str
    values: Sequence[float]
    tone: str


def bars(rows: Sequence[Bar], title: str, *, rtl: bool = False) -> str:
    """One bar a row, the label before it and its figure behind."""
    height = ROW * len(rows) + 8
    parts = [_bar(row, 4 + ROW * place, rtl=rtl) for place, row in enumerate(rows)]
    return _svg("".join(parts), title, height, rtl=rtl)


def lines(sizes: Sequence[int], drawn: Sequence[Line], title: str) -> str:
    """Both axes in powers of ten: what grows with the size is a slope, what doesn't lies flat."""
    values = [value for line in drawn for value in line.values]
    most, least = max(*values, 1.0), max(min(values), 0.1)

    def place(size: int, value: float) -> tuple[float, float]:
        across, up = share_of(size, sizes[0], sizes[-1]), share_of(value, least, most)
        reach = HEIGHT - BOTTOM - TOP - 40
        return LEFT + across * (WIDTH - LEFT - 24), HEIGHT - BOTTOM - up * reach

    parts = [
        f'<text x="{place(size, least)[0]:.0f}" y="{HEIGHT - 12}" text-anchor="middle">'
        f"{size:,}</text>"
        for size in sizes
    ]
    for row, line in enumerate(drawn):
        points = [place(*one) for one in zip(sizes, line.values, strict=True)]
        parts.append(_line(line, points))
        parts.append(
            f'<text x="{LEFT}" y="{TOP + row * 15}" fill="var(--{line.tone})">'
            f"{escape(line.label)}</text>"
        )
    return _svg("".join(parts), title, HEIGHT, rtl=False)


def share_of(value: float, least: float, most: float) -> float:
    """Where a value stands between two others, by powers of ten."""
    if most <= least:
        return 0.5
    return (log10(max(value, least)) - log10(least)) / (log10(most) - log10(least))


def _line(line: Line, points: Sequence[tuple[float, float]]) -> str:
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="var(--{line.tone})"/>'
        f'<text x="{x:.1f}" y="{y - 7:.1f}" text-anchor="middle">{value:.1f}</text>'
        for (x, y), value in zip(points, line.values, strict=True)
    )
    stroke = f'stroke="var(--{line.tone})" stroke-width="2"'
    return f'<polyline points="{way}" fill="none" {stroke}/>{dots}'


def _bar(row: Bar, top: float, *, rtl: bool) -> str:
    room = WIDTH - LABEL - FIGURE
    long = max(room * min(row.share, 1.0), 2.0)
    middle = top + ROW / 2

    def at(across: float, wide: float = 0.0) -> float:
        return WIDTH - across - wide if rtl else across

    box = f'y="{middle - BAR / 2:.1f}" height="{BAR}" rx="3"'
    parts = [
        f'<text x="{at(0):.1f}" y="{middle + 4:.1f}">{escape(row.label)}</text>',
        f'<rect x="{at(LABEL, room):.1f}" {box} width="{room}" fill="var(--sunken)"/>',
        f'<rect x="{at(LABEL, long):.1f}" {box} width="{long:.1f}" fill="var(--{row.tone})"/>',
    ]
    if row.mark is not None:
        across = LABEL + room * min(row.mark, 1.0)
        parts.append(
            f'<rect x="{at(across, 2):.1f}" y="{middle - BAR:.1f}" width="2" height="{BAR * 2}" '
            f'fill="var(--gold)"/>'
        )
    behind = at(LABEL + room + 10)
    parts.append(f'<text class="figure" x="{behind:.1f}" y="{middle + 4:.1f}">{row.figure}</text>')
    return "".join(parts)


def _svg(inside: str, title: str, height: float, *, rtl: bool) -> str:
    way = "rtl" if rtl else "ltr"
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" direction="{way}" role="img" '
        f'aria-label="{escape(title)}">{inside}</svg>'
    )
