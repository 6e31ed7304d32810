"""Flat things: faces with light on them, lines, labels, emblems."""

from .colour import BRASS, lit, oklch, shaded
from .shapes import Box, n, ring_of, rounded, star
from .solids import sphere

PAPER, INK = (0.965, 0.014, 85), (0.30, 0.05, 262)
LAMPLIGHT = (0.92, 0.12, 82)


def sheen(s, t, x2=1, y2=0.5, depth=0.62):
    """How light falls over a flat face of this stuff."""
    stops = [(0, oklch(*lit(t, 0.11))), (0.42, oklch(*t)), (1, oklch(*shaded(t, depth)))]
    return s.lin(stops, 0, 0, x2, y2)


def shape(s, d, fill):
    s.add(f'<path d="{d}" fill="{fill}"/>')


def face(s, d, t, x2=1, y2=0.5, cast=True, depth=0.62):
    if cast:
        s.shadow.append(d)
    shape(s, d, sheen(s, t, x2, y2, depth))


def flat(s, d, colour, op=1.0, more=""):
    s.add(f'<path d="{d}" fill="{colour}" opacity="{op}" {more}/>')


def line(s, d, colour, w=3.0, op=1.0, more=""):
    s.add(
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{w}" opacity="{op}" '
        f'stroke-linecap="round" stroke-linejoin="round" {more}/>'
    )


def block(s, box, t, r=10, side=0.0, x2=1, y2=0.35):
    """An upright box with soft corners; `side` shows its dark right face."""
    x, y, w, h = box.x, box.y, box.w, box.h
    if side:
        d = rounded(x + side, y + side * 0.12, w, h - side * 0.24, r)
        face(s, d, shaded(t, 0.5), 1, 0.2)
    face(s, rounded(x, y, w, h, r), t, x2, y2)


def oval(s, at, t, cast=False, x2=1, y2=1, depth=0.62):
    face(s, ring_of(at.x, at.y, at.rx, at.ry), t, x2, y2, cast, depth)


def gloss(s, d, w=6.0, op=0.45, soft=2.0):
    line(s, d, "#fff", w, op, s.blur(soft))


def dusk(s, d, op=0.3, soft=8.0, dx=5, dy=9):
    """The shadow that a part throws on what is behind it."""
    flat(s, d, "#000", op, f'transform="translate({dx},{dy})" {s.blur(soft)}')


def seam(s, d, op=0.4, colour="#fff"):
    line(s, d, colour, 2, op, 'stroke-dasharray="8 6"')


def emblem(s, cx, cy, r, t=BRASS, is_line=False):
    colour = oklch(*t)
    if is_line:
        line(s, star(cx, cy, r), colour, max(2.0, r * 0.12))
        flat(s, star(cx, cy, r * 0.42), colour)
    else:
        flat(s, star(cx, cy, r), colour)


def label(s, box: Box):
    """A paper label: the star, and two lines that stand for words."""
    x, y, w, h = box.x, box.y, box.w, box.h
    face(s, rounded(x, y, w, h, 4), PAPER, 1, 0.3, cast=False, depth=0.88)
    emblem(s, x + w / 2, y + h * 0.40, min(w, h) * 0.24, INK, is_line=True)
    for place, share in ((0.76, 0.54), (0.87, 0.34)):
        d = f"M{n(x + w * (1 - share) / 2)},{n(y + h * place)}h{n(w * share)}"
        line(s, d, oklch(*INK), max(2.0, h * 0.028), 0.8)


def knob(s, cx, cy, r, t=BRASS):
    sphere(s, cx, cy, r, t, cast=False)


def glow(s, cx, cy, rx, ry, t=LAMPLIGHT, op=0.5):
    fill = s.rad([(0, oklch(*t), op), (1, oklch(*t), 0)])
    s.add(f'<ellipse cx="{n(cx)}" cy="{n(cy)}" rx="{rx}" ry="{ry}" fill="{fill}"/>')
