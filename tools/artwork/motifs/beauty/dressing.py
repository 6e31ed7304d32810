"""Combs, mirrors, tooth-sticks."""

from ...colour import BRASS, lit, oklch, shaded, tone
from ...materials import glaze, matte, metal
from ...shapes import At, Box, Oval, ring_of
from ...solids import lathe
from ...studio import motif
from ...surfaces import block, emblem, flat, label, line, oval
from .stuffs import CREAM, LAPIS, ROSE

CLAY = (0.62, 0.10, 42)


@motif(contact=150, w=215)
def comb(s, b, cx):
    """A brush and a comb of wood."""
    t = tone(s, (0.56, 0.08, 58), (0.40, 0.06, 50), (0.74, 0.07, 72))
    s.add(f'<g transform="rotate(-8 {cx - 70} {b})">')
    block(s, Box(cx - 94, b - 200, 48, 196), t, r=22)
    oval(s, Oval(cx - 70, b - 296, 86, 126), t, cast=True)
    oval(s, Oval(cx - 70, b - 296, 66, 104), (0.36, 0.02, 30))
    for row in range(9):
        for k in range(5):
            x, y = cx - 110 + k * 20 + row % 2 * 8, b - 380 + row * 21
            line(s, f"M{x},{y}l-3,-9", oklch(*CREAM), 4, 0.9)
    s.add("</g>")
    s.add(f'<g transform="rotate(9 {cx + 110} {b})">')
    block(s, Box(cx + 64, b - 330, 46, 326), lit(t, 0.05), r=18)
    for k in range(20):
        line(s, f"M{cx + 104},{b - 316 + k * 15.5}h62", oklch(*lit(t, 0.03)), 7)
    emblem(s, cx + 87, b - 160, 15, BRASS)
    s.add("</g>")


@motif(contact=140, w=205)
def mirror(s, b, cx):
    t = tone(s, BRASS, (0.46, 0.07, 52), CREAM, ROSE)
    lathe(
        s,
        At(cx, b),
        [(0, 116), (10, 122), (28, 60), (70, 18), (120, 14)],
        metal(*t) if t == BRASS else matte(*t),
        squash=0.2,
    )
    y = b - 290
    oval(s, Oval(cx + 7, y + 4, 170, 178), shaded(t, 0.5), cast=True)
    oval(s, Oval(cx, y, 168, 176), t)
    pane = ring_of(cx, y, 142, 150)
    fill = s.lin(
        [(0, oklch(0.95, 0.015, 230)), (0.5, oklch(0.80, 0.03, 235)), (1, oklch(0.90, 0.02, 60))],
        0,
        0,
        1,
        1,
    )
    s.add(f'<path d="{pane}" fill="{fill}"/><g {s.clip(pane)}>')
    flat(s, f"M{cx - 150},{y + 60}L{cx + 30},{y - 160}h70L{cx - 110},{y + 130}Z", "#fff", 0.35)
    flat(s, f"M{cx - 20},{y + 150}L{cx + 150},{y - 60}v34L{cx + 10},{y + 150}Z", "#fff", 0.25)
    s.add("</g>")
    for k in range(16):
        s.add(f'<g transform="rotate({k * 22.5} {cx} {y})">')
        emblem(s, cx, y - 160, 9, shaded(t, 0.6))
        s.add("</g>")


@motif(contact=110, w=190)
def siwak(s, b, cx):
    """Tooth-sticks in their holder."""
    for k, dx in enumerate((-40, 0, 40)):
        s.add(f'<g transform="rotate({dx * 0.2} {cx + dx} {b})">')
        c = (0.62 - k * 0.03, 0.07, 66)
        block(s, Box(cx + dx - 16, b - 420 + k * 26, 32, 330), c, r=12)
        for j in range(6):
            line(s, f"M{cx + dx - 13 + j * 5},{b - 396 + k * 26}v-40", oklch(0.88, 0.05, 82), 4)
        s.add("</g>")
    t = tone(s, CREAM, LAPIS, CLAY)
    lathe(s, At(cx, b), [(0, 84), (8, 90), (8, 90), (210, 96), (216, 92)], glaze(*t), squash=0.17)
    label(s, Box(cx - 60, b - 170, 112, 120))
