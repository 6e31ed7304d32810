"""Jewels, beads, glasses."""

from ...colour import BRASS, lit, oklch, shaded, tone
from ...shapes import Box, around, ring_of, star
from ...solids import sphere
from ...studio import motif
from ...surfaces import block, emblem, face, gloss, knob, line
from .stuffs import INK, MAROON, NAVY


@motif(contact=120, w=200)
def jewels(s, b, cx):
    """Earrings or a ring in their open case."""
    t, stone = (
        tone(s, BRASS, (0.84, 0.012, 250)),
        tone(s, (0.45, 0.15, 262), (0.50, 0.11, 165), (0.46, 0.16, 20), (0.93, 0.01, 230)),
    )
    case = tone(s, MAROON, NAVY, (0.36, 0.05, 165))
    x, y = cx - 150, b - 150
    face(
        s,
        f"M{x + 6},{y}L{x + 26},{y - 220}q4,-22 26,-22h196q22,0 26,22L{x + 294},{y}Z",
        shaded(case, 0.8),
        1,
        0.6,
    )
    face(
        s,
        f"M{x + 30},{y - 8}L{x + 46},{y - 200}q2,-14 18,-14h172q16,0 18,14L{x + 270},{y - 8}Z",
        (0.92, 0.02, 70),
        1,
        0.6,
        cast=False,
        depth=0.8,
    )
    block(s, Box(x, y - 6, 300, 150), case, r=16)
    face(
        s, f"M{x + 14},{y - 8}h272l-18,-40h-236Z", (0.88, 0.02, 70), 1, 0.4, cast=False, depth=0.75
    )
    for dx in (-66, 66):
        px = cx + dx
        line(s, f"M{px},{y - 190}c16,0 18,22 4,30", oklch(*shaded(t, 0.8)), 4)
        line(s, ring_of(px, y - 118, 34, 42), oklch(*shaded(t, 0.62)), 8)
        line(s, ring_of(px - 1, y - 120, 34, 42), oklch(*lit(t, 0.1)), 5)
        face(s, star(px, y - 118, 22), stone, 1, 1, cast=False)
        gloss(s, f"M{px - 9},{y - 128}l9,-7", 4, 0.9, 1)
        knob(s, px, y - 66, 9, t)
    emblem(s, cx, y + 70, 22, BRASS)


@motif(contact=170, w=230)
def bracelets(s, b, cx):
    """Bangles, or prayer beads, on a stand."""
    t = tone(s, BRASS, (0.36, 0.06, 45), (0.55, 0.12, 60), (0.40, 0.12, 262), (0.42, 0.06, 160))
    points = list(around(cx, b - 150, 1, 33, -1.57))
    for i, (px, py) in enumerate(points):
        x, y = cx + (px - cx) * 190, b - 176 + (py - b + 150) * 132
        sphere(s, x, y, 19, t)
        if i % 11 == 0:
            knob(s, x, y, 10, BRASS)
    line(s, f"M{cx},{b - 52}V{b - 6}", oklch(*shaded(t, 0.7)), 4)
    block(s, Box(cx - 12, b - 40, 24, 48), BRASS, r=10)
    for k in range(7):
        line(s, f"M{cx - 9 + k * 3},{b + 6}l{(k - 3) * 5},56", oklch(*t), 3, 0.9)
    emblem(s, cx, b - 176, 46, BRASS, is_line=True)


@motif(contact=150, w=220)
def glasses(s, b, cx):
    """Sunglasses on a folded cloth."""
    t, lens = (
        tone(s, INK, (0.42, 0.08, 50), BRASS),
        tone(s, (0.34, 0.03, 60), (0.36, 0.06, 262), (0.42, 0.05, 150)),
    )
    face(
        s,
        (
            f"M{cx - 210},{b - 20}L{cx - 150},{b - 96}H{cx + 190}L{cx + 220},{b - 4}"
            f"Q{cx},{b + 20} {cx - 210},{b - 20}Z"
        ),
        (0.90, 0.02, 80),
        1,
        0.5,
        depth=0.82,
    )
    y = b - 150
    line(
        s,
        f"M{cx - 176},{y - 40}L{cx - 120},{y - 120}L{cx - 40},{y - 132}",
        oklch(*shaded(t, 0.8)),
        11,
    )
    line(
        s,
        f"M{cx + 176},{y - 40}L{cx + 150},{y - 128}L{cx + 60},{y - 140}",
        oklch(*shaded(t, 0.8)),
        11,
    )
    for k in (-1, 1):
        d = (
            f"M{cx + k * 22},{y - 46}Q{cx + k * 100},{y - 70} {cx + k * 182},{y - 46}"
            f"Q{cx + k * 186},{y + 76} {cx + k * 108},{y + 84}Q{cx + k * 30},{y + 80} "
            f"{cx + k * 22},{y - 46}Z"
        )
        s.shadow.append(d)
        face(s, d, lens, 0.6, 1, depth=1.5)
        line(s, d, oklch(*shaded(t, 0.7)), 15)
        line(s, d, oklch(*lit(t, 0.12)), 5, 0.8)
        gloss(s, f"M{cx + k * 100 - 50},{y + 40}L{cx + k * 100 + 10},{y - 36}", 14, 0.28, 4)
    line(s, f"M{cx - 26},{y - 34}Q{cx},{y - 58} {cx + 26},{y - 34}", oklch(*shaded(t, 0.9)), 12)
