"""What grows, and what it is tended with."""

from ..colour import BRASS, COPPER, STEEL, lit, oklch, shaded, tone
from ..studio import motif, ring_of, rounded

CLAY, WHITE, SLATE, LAPIS, SAND = (
    (0.60, 0.11, 42),
    (0.94, 0.01, 85),
    (0.40, 0.02, 250),
    (0.44, 0.11, 262),
    (0.80, 0.05, 75),
)
LEAF, DEEP, LIME = (0.56, 0.10, 142), (0.44, 0.08, 150), (0.68, 0.12, 128)
EARTH, WOOD = (0.34, 0.04, 50), (0.62, 0.085, 62)


def _planter(s, b, cx, wide=118, tall=190):
    t = tone(s, CLAY, WHITE, LAPIS, SLATE, SAND)
    s.lathe(
        cx,
        b,
        [(0, wide * 0.68), (10, wide * 0.72), (tall - 40, wide * 0.96)],
        s.matte(*t),
        squash=0.17,
    )
    s.lathe(
        cx,
        b,
        [
            (tall - 42, wide),
            (tall - 36, wide * 1.06),
            (tall - 36, wide * 1.06),
            (tall, wide * 1.08),
        ],
        s.matte(*t),
        squash=0.17,
        open_=True,
    )
    s.oval(cx, b - tall + 1, wide * 0.98, wide * 0.15, EARTH)
    s.emblem(cx - 8, b - tall * 0.42, 24, BRASS if t != WHITE else LAPIS, is_line=True)
    return b - tall


def _leaf(s, x, y, long, wide, turn, t):
    s.add(f'<g transform="rotate({turn} {x} {y})">')
    d = (
        f"M{x},{y}C{x - wide},{y - long * 0.35} {x - wide * 0.7},{y - long * 0.8} "
        f"{x},{y - long}C{x + wide * 0.7},{y - long * 0.8} {x + wide},{y - long * 0.35} "
        f"{x},{y}Z"
    )
    s.face(d, t, 1, 0.4)
    s.line(f"M{x},{y}V{y - long * 0.9}", oklch(*lit(t, 0.12)), 2.6, 0.7)
    s.add("</g>")


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
        _leaf(s, cx, top + 8, long, wide, turn, (DEEP, LEAF, LEAF, LIME)[k % 4])
    _planter(s, b, cx)


@motif(contact=105, w=185)
def palm(s, b, cx):
    """A young palm."""
    top = b - 190
    s.tube(
        f"M{cx},{top + 6}C{cx + 6},{top - 60} {cx - 4},{top - 110} {cx},{top - 150}",
        34,
        0.50,
        0.06,
        60,
    )
    for k in range(4):
        s.line(f"M{cx - 16},{top - 20 - k * 32}q16,12 32,0", oklch(0.34, 0.05, 55), 4, 0.8)
    for turn in (-104, 104, -76, 76, -46, 46, -18, 20):
        x, y = cx, top - 146
        s.add(f'<g transform="rotate({turn} {x} {y})">')
        s.line(f"M{x},{y}q6,-100 0,-210", oklch(*DEEP), 5)
        for j in range(12):
            yy = y - 34 - j * 15
            for k in (-1, 1):
                s.line(
                    f"M{x + 3},{yy}l{k * (44 - abs(j - 5) * 3)},-26",
                    oklch(*(LEAF if k > 0 else DEEP)),
                    7,
                )
        s.add("</g>")
    _planter(s, b, cx)


@motif(contact=100, w=180)
def cactus(s, b, cx):
    t = tone(s, LEAF, DEEP, (0.58, 0.06, 165))
    top = b - 150
    s.lathe(
        cx, top + 10, [(0, 62), (40, 74), (180, 78), (240, 62), (268, 26), (274, 6)], s.matte(*t)
    )
    for k in range(-3, 4):
        s.line(
            (
                f"M{cx + k * 20},{top + 2}C{cx + k * 25},{top - 80} {cx + k * 25},{top - 180} "
                f"{cx + k * 9},{top - 256}"
            ),
            oklch(*lit(t, 0.16)),
            4,
            0.55,
        )
        for j in range(7):
            s.line(f"M{cx + k * 23},{top - 30 - j * 32}l7,-7m-7,7l-7,-7", "#fff", 2, 0.75)
    for dx, dy in ((-14, -266), (16, -262), (0, -284)):
        s.oval(cx + dx, top + dy, 17, 21, (0.68, 0.19, 5 + dx))
    _planter(s, b, cx, 104, 150)


@motif(contact=150, w=220)
def herbs(s, b, cx):
    """Three herbs in a box of wood."""
    t = tone(s, WOOD, CLAY, WHITE)
    for i, dx in enumerate((-122, 0, 122)):
        for k in range(14):
            turn = -60 + (k * 53 % 120)
            _leaf(
                s,
                cx + dx + (k % 5 - 2) * 15,
                b - 130,
                76 + (k * 37 % 90),
                15 + i * 5,
                turn,
                (LEAF, DEEP, LIME)[(k + i) % 3],
            )
    s.block(cx - 200, b - 156, 400, 152, t, r=10, side=14)
    for k in (0, 1):
        s.line(f"M{cx - 196},{b - 106 + k * 50}h392", oklch(*shaded(t, 0.7)), 4, 0.7)
    for dx in (-122, 0, 122):
        s.face(rounded(cx + dx - 40, b - 102, 80, 44, 6), WHITE, 1, 0.4, cast=False, depth=0.9)
        s.line(f"M{cx + dx - 24},{b - 80}h48", oklch(*DEEP), 5)


@motif(contact=130, w=210)
def watering(s, b, cx):
    """A watering can."""
    t = tone(s, COPPER, (0.55, 0.07, 165), WHITE, BRASS)
    m = s.metal(*t) if t in (COPPER, BRASS) else s.glaze(*t)
    s.tube(
        f"M{cx + 100},{b - 230}C{cx + 250},{b - 270} {cx + 240},{b - 90} {cx + 112},{b - 60}",
        22,
        *t,
    )
    s.tube(f"M{cx - 100},{b - 70}L{cx - 236},{b - 290}", 24, *t)
    s.add(f'<g transform="rotate(-32 {cx - 240} {b - 296})">')
    s.lathe(cx - 240, b - 290, [(0, 16), (26, 44), (32, 46)], m, squash=0.3)
    s.add("</g>")
    s.lathe(
        cx,
        b,
        [(0, 116), (10, 122), (10, 122), (200, 112), (236, 100), (244, 96)],
        m,
        squash=0.16,
        open_=True,
    )
    s.tube(
        f"M{cx - 84},{b - 246}C{cx - 70},{b - 350} {cx + 70},{b - 350} {cx + 84},{b - 246}", 18, *t
    )
    s.ring(cx, b, 60, 119, 4, oklch(*shaded(t, 0.6)), 0.7, 0.16)
    s.ring(cx, b, 190, 112, 4, oklch(*shaded(t, 0.6)), 0.7, 0.16)
    s.emblem(cx - 12, b - 116, 34, shaded(t, 0.5) if t[0] > 0.55 else BRASS, is_line=True)


@motif(contact=170, w=230)
def gardentools(s, b, cx):
    """Trowel, fork and shears."""
    grip = tone(s, WOOD, (0.44, 0.06, 52), LAPIS)
    for dx, kind in ((-130, "trowel"), (0, "fork"), (126, "rake")):
        x = cx + dx
        s.add(f'<g transform="rotate({dx * 0.05:.1f} {x} {b})">')
        s.block(x - 21, b - 440, 42, 170, grip, r=20)
        s.flat(ring_of(x, b - 416, 7, 7), oklch(*shaded(grip, 0.4)))
        s.block(x - 11, b - 284, 22, 90, STEEL, r=5)
        if kind == "trowel":
            s.face(
                (
                    f"M{x - 54},{b - 196}H{x + 54}C{x + 60},{b - 90} {x + 24},{b - 20} "
                    f"{x},{b}C{x - 24},{b - 20} {x - 60},{b - 90} {x - 54},{b - 196}"
                    "Z"
                ),
                STEEL,
                1,
                0.2,
            )
            s.line(f"M{x},{b - 186}V{b - 30}", oklch(*shaded(STEEL, 0.7)), 4)
        else:
            s.line(f"M{x - 46},{b - 190}H{x + 46}", oklch(*STEEL), 20)
            for k in (-44, 0, 44):
                end = b - 6 if kind == "fork" else b - 90
                s.line(
                    f"M{x + k},{b - 190}V{end}" + ("" if kind == "fork" else "l-12,26"),
                    oklch(*shaded(STEEL, 0.9)),
                    13,
                )
        s.add("</g>")


@motif(contact=110, w=200)
def seeds(s, b, cx):
    """Packets of seed."""
    for dx, rot, c, bloom in (
        (-84, -9, (0.84, 0.06, 82), (0.62, 0.16, 30)),
        (92, 8, (0.74, 0.05, 150), (0.80, 0.13, 85)),
        (0, -1, (0.90, 0.03, 80), (0.56, 0.14, 330)),
    ):
        x = cx + dx
        s.add(f'<g transform="rotate({rot} {x} {b})">')
        s.block(x - 98, b - 330 - (dx == 0) * 30, 196, 328 + (dx == 0) * 30, c, r=6)
        y = b - 220
        s.line(f"M{x},{b - 60}C{x - 10},{b - 120} {x + 8},{b - 170} {x},{y}", oklch(*DEEP), 6)
        _leaf(s, x, b - 110, 66, 18, -52, LEAF)
        _leaf(s, x, b - 130, 66, 18, 54, LIME)
        for k in range(8):
            s.add(f'<g transform="rotate({k * 45} {x} {y})">')
            s.oval(x, y - 36, 15, 30, bloom)
            s.add("</g>")
        s.oval(x, y, 17, 17, (0.80, 0.13, 80))
        s.line(f"M{x - 60},{b - 32}h120", oklch(*SLATE), 7, 0.7)
        s.flat(f"M{x - 98},{b - 306 - (dx == 0) * 30}h196v8h-196Z", "#000", 0.12)
        s.add("</g>")
