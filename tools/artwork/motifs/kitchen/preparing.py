"""Boards, spices, boxes."""

from ...colour import BLACK, BRASS, STEEL, oklch, shaded, tone
from ...materials import glass, matte, metal
from ...shapes import At, Box, Oval, around, ring_of, rounded
from ...solids import lathe
from ...studio import motif
from ...surfaces import block, face, flat, gloss, knob, label, line, oval
from .stuffs import LIGHT_WOOD, WALNUT

WOOD = (0.62, 0.085, 62)


@motif(contact=190, w=250)
def board(s, b, cx):
    """A board, a knife, and herbs on it."""
    t = tone(s, WOOD, LIGHT_WOOD, WALNUT)
    x, y, w, h = cx - 130, b - 420, 260, 416
    block(s, Box(x, y, w, h), t, r=40, side=16)
    for k, dx in enumerate((28, 74, 118, 170, 222)):
        line(
            s,
            f"M{x + dx},{y + 20}q{8 - 4 * k},{h / 2} {k % 2 * 6},{h - 40}",
            oklch(*shaded(t, 0.78)),
            2,
            0.5,
        )
    flat(s, ring_of(cx, y + 46, 18, 18), oklch(*shaded(t, 0.34)))
    blade = f"M{cx + 162},{b - 10}L{cx + 162},{b - 250}Q{cx + 214},{b - 170} {cx + 206},{b - 10}Z"
    face(s, blade, STEEL, 1, 0.1)
    gloss(s, f"M{cx + 170},{b - 210}V{b - 30}", 4, 0.8, 1)
    block(s, Box(cx + 158, b - 402, 38, 160), tone(s, WALNUT, BLACK, LIGHT_WOOD), r=14)
    for k in (0, 1, 2):
        knob(s, cx + 177, b - 372 + k * 46, 5, BRASS)
    for i, (px, py) in enumerate(around(cx - 20, b - 140, 52, 7, 0.4)):
        oval(s, Oval(px, py, 34, 13 + i % 3 * 3), (0.58 + i % 2 * 0.07, 0.11, 135), x2=1, y2=1)
    oval(s, Oval(cx - 20, b - 140, 40, 34), (0.60, 0.15, 30))
    gloss(s, f"M{cx - 40},{b - 154}q10,-14 26,-12", 6, 0.8, 2)


@motif(contact=200, w=250)
def spices(s, b, cx):
    """Three jars of ground spice."""
    caps = tone(s, BRASS, WOOD, BLACK)
    stuffs = [
        (0.62, 0.16, 62),
        (0.50, 0.16, 32),
        (0.46, 0.08, 70),
        (0.56, 0.08, 120),
        (0.74, 0.14, 85),
    ]
    s.rng.shuffle(stuffs)
    for (dx, dy, k), stuff in zip(
        ((-128, -18, 0.9), (132, -20, 0.9), (0, 14, 1.12)), stuffs, strict=False
    ):
        x, y = cx + dx, b + dy
        lathe(
            s,
            At(x, y),
            [(0, 66 * k), (8, 74 * k), (8, 74 * k), (150 * k, 74 * k), (162 * k, 66 * k)],
            glass(0.92, 0.015, 210, 0.5),
        )
        lathe(
            s,
            At(x, y),
            [(6, 68 * k), (118 * k, 68 * k), (124 * k, 62 * k)],
            matte(*stuff),
            cast=False,
        )
        gloss(s, f"M{x - 58 * k},{y - 138 * k}V{y - 24 * k}", 8 * k, 0.7, 2)
        lathe(
            s,
            At(x, y),
            [
                (160 * k, 70 * k),
                (164 * k, 72 * k),
                (164 * k, 72 * k),
                (200 * k, 72 * k),
                (204 * k, 68 * k),
            ],
            metal(*caps) if caps == BRASS else matte(*caps),
        )
        label(s, Box(x - 36 * k, y - 112 * k, 72 * k, 74 * k))


@motif(contact=190, w=245)
def boxes(s, b, cx):
    """Glass boxes for what is left over, with lids of wood."""
    lid, stuff = (
        tone(s, LIGHT_WOOD, WALNUT, (0.50, 0.06, 160)),
        tone(s, (0.66, 0.13, 70), (0.52, 0.13, 35), (0.60, 0.09, 130)),
    )
    for x, y, w, h, fill in (
        (cx - 150, b - 110, 300, 110, 0.7),
        (cx - 118, b - 250, 236, 104, 0.55),
        (cx - 84, b - 372, 168, 88, 0.62),
    ):
        face(s, rounded(x, y, w, h, 18), (0.88, 0.02, 210), 1, 0.3)
        face(
            s,
            rounded(x + 10, y + h * (1 - fill), w - 20, h * fill - 9, 12),
            stuff,
            1,
            0.3,
            cast=False,
        )
        gloss(s, f"M{x + 16},{y + 26}V{y + h - 20}", 7, 0.7, 2)
        face(s, rounded(x - 8, y - 28, w + 16, 32, 9), lid, 1, 0.2)
        line(s, f"M{x + 6},{y - 12}h{w - 12}", oklch(*shaded(lid, 0.75)), 2, 0.6)
        stuff = (stuff[0] * 0.92, stuff[1], stuff[2] + 40)
