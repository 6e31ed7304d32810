"""Glasses and jugs."""

from ...colour import BRASS, oklch, tone
from ...materials import glass, glaze
from ...shapes import At, Girth, ring_of
from ...solids import OPEN, hoop, lathe, rod, stars_on
from ...studio import motif
from ...surfaces import face, gloss, line
from .stuffs import CREAM, LAPIS


@motif(contact=190, w=240)
def tumblers(s, b, cx):
    """Glasses with a gilded rim, one of them full."""
    hue = tone(s, (0.90, 0.03, 210), (0.80, 0.09, 150), (0.72, 0.11, 262), (0.82, 0.10, 60))
    for dx, dy, k, is_full in (
        (-150, -22, 0.92, False),
        (150, -20, 0.92, False),
        (0, 12, 1.1, True),
    ):
        x, y = cx + dx, b + dy
        if is_full:
            lathe(
                s,
                At(x, y),
                [(12, 62 * k), (130 * k, 76 * k)],
                glaze(0.55, 0.13, 42),
                cast=False,
                squash=0.16,
            )
        lathe(
            s,
            At(x, y),
            [(0, 60 * k), (6, 66 * k), (100 * k, 74 * k), (190 * k, 86 * k)],
            glass(*hue, 0.42),
            squash=0.16,
            lid=oklch(0.95, 0.02, 210),
        )
        hoop(s, Girth(x, y, 188 * k, 86 * k, 0.16), 4, oklch(*BRASS), 0.95)
        line(s, ring_of(x, y - 190 * k, 86 * k, 13.5 * k), oklch(*BRASS), 3)
        stars_on(s, Girth(x, y, 96 * k, 74 * k, 0.16), 15 * k, 8, oklch(*BRASS), 0.9)
        gloss(s, f"M{x - 60 * k},{y - 168 * k}L{x - 50 * k},{y - 20}", 8, 0.75, 2)


@motif(contact=110, w=190)
def jug(s, b, cx):
    """A water jug of clay or glass."""
    t = tone(s, (0.62, 0.09, 48), CREAM, LAPIS, (0.56, 0.05, 170))
    rod(
        s,
        f"M{cx + 60},{b - 360}C{cx + 216},{b - 360} {cx + 200},{b - 190} {cx + 106},{b - 150}",
        24,
        t,
    )
    lathe(
        s,
        At(cx, b),
        [(0, 74), (8, 80), (70, 124), (140, 134), (220, 96), (290, 62), (340, 66), (380, 82)],
        glaze(*t),
        lid=OPEN,
    )
    face(s, f"M{cx - 70},{b - 384}L{cx - 118},{b - 398}L{cx - 66},{b - 340}Z", t, 0.4, 1)
    trim = oklch(*(LAPIS if t[0] > 0.6 else BRASS))
    for k in range(9):
        line(s, f"M{cx - 110 + k * 27},{b - 176}q12,-30 26,0", trim, 4, 0.75)
    for y, r in ((118, 133), (200, 106)):
        hoop(s, Girth(cx, b, y, r), 3.5, trim, 0.8)
