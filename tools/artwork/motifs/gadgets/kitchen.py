"""Machines of the kitchen."""

from ...colour import BLACK, BRASS, COPPER, STEEL, oklch, shaded, tone
from ...materials import glass, glaze, matte
from ...shapes import At, Box, Oval, rounded
from ...solids import OPEN, lathe, rod
from ...studio import motif
from ...surfaces import block, dusk, emblem, face, line, oval
from .stuffs import IVORY, NIGHT, SAGE


@motif(contact=130, w=200)
def blender(s, b, cx):
    t, juice = (
        tone(s, NIGHT, IVORY, (0.48, 0.14, 26), SAGE),
        tone(s, (0.70, 0.16, 50), (0.66, 0.13, 140), (0.52, 0.15, 15), (0.80, 0.12, 85)),
    )
    lathe(
        s, At(cx, b), [(0, 120), (10, 128), (10, 128), (110, 104), (150, 92), (156, 88)], glaze(*t)
    )
    lathe(s, At(cx, b), [(170, 82), (320, 100)], matte(*juice), cast=False)
    rod(
        s,
        f"M{cx + 96},{b - 372}C{cx + 200},{b - 372} {cx + 190},{b - 220} {cx + 90},{b - 214}",
        20,
        shaded(t, 0.9),
    )
    lathe(s, At(cx, b), [(156, 84), (170, 86), (400, 116)], glass(0.92, 0.02, 210, 0.34))
    for k in range(4):
        line(s, f"M{cx + 30},{b - 206 - k * 40}h34", "#fff", 3, 0.7)
    lathe(s, At(cx, b), [(398, 118), (420, 116), (424, 60), (448, 54)], matte(*shaded(t, 0.8)))
    oval(s, Oval(cx - 4, b - 70, 30, 28), STEEL)
    line(s, f"M{cx - 4},{b - 70}l12,-18", oklch(*BLACK), 5)


@motif(contact=150, w=220)
def espresso(s, b, cx):
    """A coffee machine with its cup."""
    t = tone(s, STEEL, NIGHT, IVORY, COPPER)
    x, w = cx - 150, 300
    block(s, Box(x, b - 430, w, 426), t, r=30, side=16)
    face(
        s, rounded(x + 24, b - 300, w - 48, 236, 14), shaded(t, 0.42), 0.4, 1, cast=False, depth=0.9
    )
    block(s, Box(x + 12, b - 66, w - 24, 60), shaded(t, 0.85), r=10)
    for k in range(9):
        line(s, f"M{x + 36 + k * 29},{b - 58}v16", oklch(*shaded(t, 0.4)), 5, 0.8)
    block(s, Box(cx - 52, b - 312, 104, 40), STEEL, r=8)
    rod(s, f"M{cx + 30},{b - 290}L{cx + 176},{b - 268}", 24, (0.36, 0.05, 50))
    for dx in (-16, 16):
        line(s, f"M{cx + dx},{b - 272}V{b - 140}", oklch(0.34, 0.07, 52), 5)
    lathe(
        s,
        At(cx, b - 62),
        [(0, 34), (10, 42), (72, 58), (76, 58)],
        glaze(0.95, 0.01, 85),
        squash=0.18,
        lid=OPEN,
        cast=False,
    )
    oval(s, Oval(x + 62, b - 366, 36, 36), IVORY)
    line(s, f"M{x + 62},{b - 366}l14,-20", oklch(0.5, 0.18, 28), 4)
    for k in range(3):
        oval(s, Oval(x + 156 + k * 46, b - 366, 15, 15), BRASS if k == 0 else shaded(t, 0.7))


@motif(contact=140, w=215)
def fryer(s, b, cx):
    t = tone(s, NIGHT, IVORY, SAGE, STEEL)
    lathe(
        s,
        At(cx, b),
        [(0, 138), (12, 150), (40, 158), (40, 158), (300, 142), (350, 110), (366, 60), (368, 40)],
        glaze(*t),
        squash=0.12,
    )
    d = (
        f"M{cx - 112},{b - 178}Q{cx},{b - 160} {cx + 112},{b - 178}V{b - 44}"
        f"Q{cx},{b - 22} {cx - 112},{b - 44}Z"
    )
    face(s, d, shaded(t, 0.86), 1, 0.3, cast=False)
    line(s, d, oklch(*shaded(t, 0.5)), 3, 0.8)
    face(s, rounded(cx - 30, b - 150, 60, 112, 18), STEEL, 1, 0.3, cast=False)
    dusk(s, rounded(cx - 30, b - 150, 60, 112, 18), 0.14, 5)
    face(s, rounded(cx - 58, b - 304, 116, 78, 16), BLACK, 1, 1, cast=False)
    for k, text in enumerate((26, 18)):
        line(s, f"M{cx - 30 + k * 34},{b - 278}v{text}", oklch(0.86, 0.14, 190), 6, 0.9)
    emblem(s, cx - 4, b - 206, 11, BRASS)
