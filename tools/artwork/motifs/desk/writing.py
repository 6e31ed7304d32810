"""Paper, pens and ink."""

import math

from ...colour import BLACK, BRASS, lit, oklch, shaded, tone
from ...materials import glass, glaze, metal
from ...shapes import At, Box, Girth, star
from ...solids import OPEN, hoop, lathe, stars_on
from ...studio import motif
from ...surfaces import block, face, flat, gloss, label, line
from .stuffs import CREAM, GREEN, LAPIS, MAROON, NIGHT, PAPER, ROSE, TAN


@motif(contact=160, w=230)
def notebook(s, b, cx):
    t = tone(s, LAPIS, MAROON, GREEN, TAN, NIGHT, ROSE)
    s.add(f'<g transform="rotate(-5 {cx} {b})">')
    block(s, Box(cx - 142, b - 400, 284, 394), shaded(PAPER, 0.9), r=8, side=12)
    block(s, Box(cx - 152, b - 406, 284, 400), t, r=14)
    flat(s, f"M{cx - 152},{b - 392}v372q0,14 14,14h14V{b - 406}h-14q-14,0 -14,14Z", "#000", 0.18)
    line(s, star(cx + 6, b - 220, 84), oklch(*BRASS), 4)
    line(s, star(cx + 6, b - 220, 58, math.pi / 8), oklch(*BRASS), 3)
    flat(s, star(cx + 6, b - 220, 24), oklch(*BRASS))
    flat(s, f"M{cx + 88},{b - 406}h16v400h-16Z", oklch(*shaded(t, 0.55)), 0.9)
    flat(s, f"M{cx - 40},{b - 8}v48l12,-14l12,14v-48Z", oklch(0.58, 0.16, 28))
    s.add("</g>")
    s.add(f'<g transform="rotate(18 {cx + 180} {b})">')
    block(s, Box(cx + 168, b - 330, 26, 290), NIGHT, r=12)
    flat(s, f"M{cx + 168},{b - 52}h26l-9,40l-4,10l-4,-10Z", oklch(*BRASS))
    line(s, f"M{cx + 190},{b - 316}v96", oklch(*BRASS), 5)
    s.add("</g>")


@motif(contact=150, w=220)
def pens(s, b, cx):
    """A pen and its ink."""
    t, ink = (
        tone(s, NIGHT, LAPIS, MAROON, GREEN),
        tone(s, (0.28, 0.08, 264), (0.24, 0.02, 60), (0.34, 0.12, 18)),
    )
    lathe(
        s,
        At(cx - 80, b),
        [(0, 104), (10, 112), (20, 112), (20, 112), (120, 108), (150, 66), (156, 62)],
        glass(0.80, 0.03, 240, 0.5),
    )
    lathe(s, At(cx - 80, b), [(10, 98), (96, 96)], glaze(*ink), cast=False)
    gloss(s, f"M{cx - 166},{b - 116}V{b - 30}", 10, 0.7, 3)
    lathe(s, At(cx - 80, b), [(154, 68), (160, 72), (200, 72), (206, 66)], metal(*BRASS))
    label(s, Box(cx - 128, b - 96, 88, 68))
    s.add(f'<g transform="rotate(24 {cx + 130} {b})">')
    block(s, Box(cx + 96, b - 432, 46, 250), t, r=20)
    block(s, Box(cx + 94, b - 214, 50, 22), BRASS, r=6)
    face(s, f"M{cx + 98},{b - 192}h42l-7,100h-28Z", shaded(t, 0.85), 1, 0.1)
    face(s, f"M{cx + 105},{b - 92}h28l-10,74l-4,10l-4,-10Z", BRASS, 1, 0.2)
    line(s, f"M{cx + 119},{b - 66}v50", oklch(*BLACK), 2.5)
    line(s, f"M{cx + 134},{b - 410}v130", oklch(*BRASS), 7)
    s.add("</g>")


@motif(contact=170, w=230)
def reeds(s, b, cx):
    """Reed pens in a pot, for the naskh hand."""
    pot = tone(s, LAPIS, CREAM, GREEN, (0.58, 0.11, 42))
    for k, (dx, rot) in enumerate(((-50, -13), (-18, -5), (14, 4), (46, 12), (0, 0))):
        s.add(f'<g transform="rotate({rot} {cx + dx} {b - 100})">')
        c = ((0.70, 0.09, 72), (0.55, 0.09, 55), (0.62, 0.10, 64))[k % 3]
        block(s, Box(cx + dx - 11, b - 430 + k * 14, 22, 330), c, r=6)
        face(s, f"M{cx + dx - 11},{b - 422 + k * 14}h22l-3,-46l-16,-16Z", lit(c, 0.12), 1, 0.3)
        line(s, f"M{cx + dx - 11},{b - 330 + k * 14}h22", oklch(*shaded(c, 0.6)), 4)
        s.add("</g>")
    lathe(
        s,
        At(cx, b),
        [(0, 92), (10, 98), (10, 98), (190, 92), (206, 96), (210, 96)],
        glaze(*pot),
        squash=0.17,
        lid=OPEN,
    )
    stars_on(
        s, Girth(cx, b, 104, 95, 0.17), 22, 7, oklch(*(BRASS if pot != CREAM else LAPIS)), 0.95
    )
    for y in (56, 154):
        hoop(s, Girth(cx, b, y, 96, 0.17), 3, oklch(*(BRASS if pot != CREAM else LAPIS)), 0.9)
