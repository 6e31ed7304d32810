"""What a bench of searching says, as a page for people: a table a size, and the cost against it."""

from datetime import datetime
from html import escape
from math import log10

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 320, 56, 40, 16
LINES = (
    ("cpu ms", "CPU-ms of a search", "#0f766e"),
    ("suggest cpu ms", "CPU-ms of a suggestion", "#b45309"),
    ("p95 ms", "p95 of a search, ms", "#4338ca"),
)
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8">
<title>Searching, by size</title>
<style>body{{font:16px/1.5 system-ui;margin:2rem auto;max-width:60rem}}
table{{border-collapse:collapse;margin-block:1rem}}td,th{{padding:.3rem .8rem;text-align:end;
border-bottom:1px solid #ddd}}th:first-child,td:first-child{{text-align:start}}</style>
<h1>Searching, by size</h1>
<p>{moment}. Times hang on who else works on the machine; CPU-ms less.</p>
{drawing}{tables}</html>
"""


def page(told: dict[int, dict], moment: datetime) -> str:
    tables = "".join(_table(count, one) for count, one in told.items())
    return PAGE.format(moment=f"{moment:%d %B %Y %H:%M} UTC", drawing=drawing(told), tables=tables)


def drawing(told: dict[int, dict]) -> str:
    """Both axes in powers of ten: what grows with the size is a slope, what doesn't lies flat."""
    values = [told[count][name] for count in told for name, _, _ in LINES]
    most, least = max(*values, 1.0), max(min(values), 0.1)
    counts = sorted(told)

    def place(count: int, value: float) -> tuple[float, float]:
        across = _share(count, counts[0], counts[-1])
        return (
            LEFT + across * (WIDTH - LEFT - 24),
            HEIGHT - BOTTOM - _share(value, least, most) * (HEIGHT - BOTTOM - TOP - 40),
        )

    parts = [
        f'<text x="{place(count, least)[0]:.0f}" y="{HEIGHT - 12}" text-anchor="middle">'
        f"{count:,}</text>"
        for count in counts
    ]
    for row, (name, says, colour) in enumerate(LINES):
        points = [place(count, told[count][name]) for count in counts]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
            f'<text x="{x:.1f}" y="{y - 7:.1f}" text-anchor="middle">{told[count][name]:.1f}</text>'
            for count, (x, y) in zip(counts, points, strict=True)
        ]
        parts.append(f'<text x="{LEFT}" y="{TOP + row * 15}" fill="{colour}">{escape(says)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'font-family="system-ui" font-size="12" role="img" aria-label="Cost against size">'
        f"{''.join(parts)}</svg>"
    )


def _share(value: float, least: float, most: float) -> float:
    if most <= least:
        return 0.5
    return (log10(max(value, least)) - log10(least)) / (log10(most) - log10(least))


def _table(count: int, one: dict) -> str:
    rows = "".join(
        f"<tr><td>{escape(kind)}</td><td>{said['p95 ms']:.1f}</td><td>{said['db cpu ms']:.1f}</td>"
        f"<td>{said['py cpu ms']:.1f}</td></tr>"
        for kind, said in one["kinds"].items()
    )
    return (
        f"<h2>{count:,} products</h2><p>Search p95 {one['p95 ms']:.1f} ms, {one['cpu ms']:.1f} "
        f"CPU-ms; suggestion p95 {one['suggest p95 ms']:.1f} ms, {one['suggest cpu ms']:.1f} "
        f"CPU-ms; {one['rate']:.0f} products laid in a second; {one['MB']:.0f} MB; ping "
        f"{one['ping']:.2f} CPU-ms.</p><table><tr><th>asked</th><th>p95 ms</th>"
        f"<th>database CPU-ms</th><th>Python CPU-ms</th></tr>{rows}</table>"
    )
