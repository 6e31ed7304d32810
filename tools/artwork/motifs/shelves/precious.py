"""What is given in a box."""

from ...colour import BRASS, lit, oklch, tone
from ...materials import glass, matte, metal
from ...shapes import At, Box, Oval, star
from ...solids import lathe
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line, oval
from .stuffs import CREAM, GREEN, LAPIS, RED


@motif(contact=190, w=245)
def sweets(s, b, cx):
    """Chocolates or date biscuits in an open box."""
    t, stuff = (
        tone(s, LAPIS, RED, GREEN, (0.40, 0.06, 50)),
        tone(s, (0.38, 0.06, 46), (0.76, 0.09, 74), (0.90, 0.03, 80)),
    )
    x, w = cx - 200, 400
    face(
        s,
        f"M{x + 6},{b - 150}L{x + 40},{b - 370}q2,-14 16,-14h288q14,0 16,14L{x + w - 6},{b - 150}Z",
        lit(t, 0.02),
        1,
        0.6,
    )
    emblem(s, cx, b - 266, 62, BRASS, is_line=True)
    face(
        s,
        f"M{x},{b - 60}L{x + 24},{b - 156}H{x + w - 24}L{x + w},{b - 60}Z",
        (0.93, 0.03, 82),
        1,
        0.4,
    )
    for row in range(3):
        y, inset = b - 140 + row * 27, 34 - row * 8
        step = (w - 2 * inset) / 7
        for k in range(7):
            px = x + inset + (k + 0.5) * step
            c = (
                stuff
                if (k + row) % 3
                else (stuff[0] + (0.10 if stuff[0] < 0.7 else -0.12), stuff[1], stuff[2])
            )
            oval(s, Oval(px, y, step * 0.42, 14), c, x2=0.6, y2=1)
            flat(s, star(px, y - 3, 7), oklch(*BRASS), 0.9)
    block(s, Box(x - 2, b - 62, w + 4, 60), t, r=5)
    line(s, f"M{x},{b - 60}h{w}", oklch(*BRASS), 4)
    for k in range(9):
        flat(s, star(x + 28 + k * 43, b - 30, 11), oklch(*BRASS), 0.9)


@motif(contact=80, w=170)
def saffron(s, b, cx):
    """A small precious jar in its box."""
    stuff = tone(s, (0.50, 0.19, 30), (0.56, 0.09, 100), (0.40, 0.09, 20))
    lathe(
        s,
        At(cx - 50, b),
        [(0, 70), (8, 78), (150, 78), (164, 64), (172, 60)],
        glass(0.92, 0.015, 210, 0.5),
    )
    lathe(s, At(cx - 50, b), [(8, 70), (108, 70), (118, 58)], matte(*stuff), cast=False)
    for k in range(26):
        x, y = cx - 108 + (k * 41 % 112), b - 20 - (k * 29 % 88)
        line(s, f"M{x},{y}q8,-12 20,-7", oklch(stuff[0] + 0.1, stuff[1], stuff[2] + 12), 3, 0.9)
    lathe(s, At(cx - 50, b), [(170, 68), (176, 70), (212, 70), (218, 62)], metal(*BRASS))
    block(s, Box(cx + 52, b - 210, 140, 206), RED if stuff[0] == 0.50 else GREEN, r=6, side=12)
    emblem(s, cx + 122, b - 122, 44, BRASS, is_line=True)
    emblem(s, cx - 58, b - 66, 19, CREAM, is_line=True)
