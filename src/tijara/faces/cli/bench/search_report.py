"""What a bench of searching says, as a page for people: a table a size, and the cost against it."""

from datetime import datetime
from html import escape

from .drawing import Line, lines
from .sheet import sheet

LINES = (
    ("cpu ms", "CPU-ms of a search", "accent"),
    ("suggest cpu ms", "CPU-ms of a suggestion", "warn"),
    ("p95 ms", "p95 of a search, ms", "good"),
)
TITLE = "Searching, by size"


def page(told: dict[int, dict], moment: datetime) -> str:
    tables = "".join(_table(count, one) for count, one in told.items())
    said = f"{moment:%d %B %Y %H:%M} UTC. Times hang on who else works on the machine; CPU-ms less."
    inside = f"<h1>{TITLE}</h1><p>{said}</p>{drawing(told)}{tables}"
    return sheet(TITLE, f"<main>{inside}</main>")


def drawing(told: dict[int, dict]) -> str:
    counts = sorted(told)
    drawn = [Line(says, [told[one][name] for one in counts], tone) for name, says, tone in LINES]
    return lines(counts, drawn, "Cost against size")


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
