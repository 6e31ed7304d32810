"""What grows."""

from ...colour import lit, oklch, shaded, tone
from ...materials import matte
from ...shapes import At, Box, Oval, rounded
from ...solids import lathe, rod
from ...studio import motif
from ...surfaces import block, face, line, oval
from .leaves import leaf, planter
from .stuffs import CLAY, DEEP, LEAF, LIME, WHITE, WOOD


@motif(contact=105, w=185)
def plant(s, b, cx):
    """Broad leaves."""
    top = b - 190
    for k, (turn, long, wide) in enumerate(
        (
            (-66, 210, 44),
            (66, 220, 44),
            (-40, 280, 54),
            (42, 270, 54),
            (-14, 320, 56),
            (16, 330, 52),
            (0, 230, 48),
        )
    ):
        leaf(s, cx, top + 8, long, wide, turn, (DEEP, LEAF, LEAF, LIME)[k % 4])
    planter(s, b, cx)


@motif(contact=105, w=185)
def palm(s, b, cx):
    """A young palm."""
    top = b - 190
    rod(
        s,
        f"M{cx},{top + 6}C{cx + 6},{top - 60} {cx - 4},{top - 110} {cx},{top - 150}",
        34,
        (0.50, 0.06, 60),
    )
    for k in range(4):
        line(s, f"M{cx - 16},{top - 20 - k * 32}q16,12 32,0", oklch(0.34, 0.05, 55), 4, 0.8)
    for turn in (-104, 104, -76, 76, -46, 46, -18, 20):
        x, y = cx, top - 146
        s.add(f'<g transform="rotate({turn} {x} {y})">')
        line(s, f"M{x},{y}q6,-100 0,-210", oklch(*DEEP), 5)
        for j in range(12):
            yy = y - 34 - j * 15
            for k in (-1, 1):
                line(
                    s,
                    f"M{x + 3},{yy}l{k * (44 - abs(j - 5) * 3)},-26",
                    oklch(*(LEAF if k > 0 else DEEP)),
                    7,
                )
        s.add("</g>")
    planter(s, b, cx)


@motif(contact=100, w=180)
def cactus(s, b, cx):
    t = tone(s, LEAF, DEEP, (0.58, 0.06, 165))
    top = b - 150
    lathe(
        s,
        At(cx, top + 10),
        [(0, 62), (40, 74), (180, 78), (240, 62), (268, 26), (274, 6)],
        matte(*t),
    )
    for k in range(-3, 4):
        line(
            s,
            (
                f"M{cx + k * 20},{top + 2}C{cx + k * 25},{top - 80} {cx + k * 25},{top - 180} "
                f"{cx + k * 9},{top - 256}"
            ),
            oklch(*lit(t, 0.16)),
            4,
            0.55,
        )
        for j in range(7):
            line(s, f"M{cx + k * 23},{top - 30 - j * 32}l7,-7m-7,7l-7,-7", "#fff", 2, 0.75)
    for dx, dy in ((-14, -266), (16, -262), (0, -284)):
        oval(s, Oval(cx + dx, top + dy, 17, 21), (0.68, 0.19, 5 + dx))
    planter(s, b, cx, 104, 150)


@motif(contact=150, w=220)
def herbs(s, b, cx):
    """Three herbs in a box of wood."""
    t = tone(s, WOOD, CLAY, WHITE)
    for i, dx in enumerate((-122, 0, 122)):
        for k in range(14):
            turn = -60 + (k * 53 % 120)
            leaf(
                s,
                cx + dx + (k % 5 - 2) * 15,
                b - 130,
                76 + (k * 37 % 90),
                15 + i * 5,
                turn,
                (LEAF, DEEP, LIME)[(k + i) % 3],
            )
    block(s, Box(cx - 200, b - 156, 400, 152), t, r=10, side=14)
    for k in (0, 1):
        line(s, f"M{cx - 196},{b - 106 + k * 50}h392", oklch(*shaded(t, 0.7)), 4, 0.7)
    for dx in (-122, 0, 122):
        face(s, rounded(cx + dx - 40, b - 102, 80, 44, 6), WHITE, 1, 0.4, cast=False, depth=0.9)
        line(s, f"M{cx + dx - 24},{b - 80}h48", oklch(*DEEP), 5)
