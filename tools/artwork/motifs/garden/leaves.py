"""Leaves, and the pots that they grow from."""

from ...colour import BRASS, lit, oklch, tone
from ...materials import matte
from ...shapes import At, Oval
from ...solids import OPEN, lathe
from ...surfaces import emblem, face, line, oval
from .stuffs import CLAY, LAPIS, SLATE, WHITE

SAND = (0.80, 0.05, 75)
EARTH = (0.34, 0.04, 50)


def planter(s, b, cx, wide=118, tall=190):
    t = tone(s, CLAY, WHITE, LAPIS, SLATE, SAND)
    lathe(
        s,
        At(cx, b),
        [(0, wide * 0.68), (10, wide * 0.72), (tall - 40, wide * 0.96)],
        matte(*t),
        squash=0.17,
    )
    lathe(
        s,
        At(cx, b),
        [
            (tall - 42, wide),
            (tall - 36, wide * 1.06),
            (tall - 36, wide * 1.06),
            (tall, wide * 1.08),
        ],
        matte(*t),
        squash=0.17,
        lid=OPEN,
    )
    oval(s, Oval(cx, b - tall + 1, wide * 0.98, wide * 0.15), EARTH)
    emblem(s, cx - 8, b - tall * 0.42, 24, BRASS if t != WHITE else LAPIS, is_line=True)
    return b - tall


def leaf(s, x, y, long, wide, turn, t):
    s.add(f'<g transform="rotate({turn} {x} {y})">')
    d = (
        f"M{x},{y}C{x - wide},{y - long * 0.35} {x - wide * 0.7},{y - long * 0.8} "
        f"{x},{y - long}C{x + wide * 0.7},{y - long * 0.8} {x + wide},{y - long * 0.35} "
        f"{x},{y}Z"
    )
    face(s, d, t, 1, 0.4)
    line(s, f"M{x},{y}V{y - long * 0.9}", oklch(*lit(t, 0.12)), 2.6, 0.7)
    s.add("</g>")
