"""Pots, boards, jars: what one cooks and serves with."""

from ..colour import BLACK, BRASS, COPPER, STEEL, oklch, shaded, tone
from ..scene import star
from ..studio import around, motif, ring_of, rounded

WOOD, LIGHT_WOOD, WALNUT = (0.62, 0.085, 62), (0.74, 0.075, 70), (0.42, 0.065, 52)
CREAM, LAPIS, OLIVE, TERRA = (
    (0.94, 0.016, 82),
    (0.42, 0.11, 262),
    (0.52, 0.06, 125),
    (0.58, 0.11, 42),
)
INDIGO, RED, NIGHT = (0.36, 0.09, 264), (0.50, 0.15, 26), (0.30, 0.015, 265)


@motif(contact=160, w=230)
def pot(s, b, cx):
    """A cooking pot with two ears and a lid."""
    t = tone(s, RED, LAPIS, CREAM, OLIVE, STEEL)
    m = s.metal(*t) if t == STEEL else s.glaze(*t)
    for k in (-1, 1):
        x = cx + k * 168
        s.tube(f"M{x},{b - 150}C{x + k * 52},{b - 160} {x + k * 52},{b - 96} {x},{b - 106}", 20, *t)
    s.lathe(
        cx, b, [(0, 140), (10, 158), (30, 168), (30, 168), (176, 172), (182, 174)], m, squash=0.16
    )
    s.lathe(
        cx,
        b,
        [(182, 178), (192, 178), (192, 172), (222, 140), (244, 84), (252, 26)],
        m,
        squash=0.16,
    )
    s.lathe(cx, b, [(250, 14), (262, 12)], s.metal(*BRASS))
    s.ball(cx, b - 276, 20, *(BRASS if t != STEEL else BLACK))
    s.ring(cx, b, 174, 173, 4, oklch(*shaded(t, 0.55)), 0.7, 0.16)
    s.emblem(cx - 20, b - 92, 26, BRASS if t != STEEL else (0.5, 0.02, 260))


@motif(contact=150, w=240)
def pan(s, b, cx):
    """A frying pan that leans against the wall."""
    t, grip = tone(s, NIGHT, COPPER, STEEL, OLIVE), tone(s, WALNUT, LIGHT_WOOD, BLACK)
    y = b - 214
    s.shadow.append(ring_of(cx - 40, y, 206, 206))
    s.tube(f"M{cx + 92},{y - 132}L{cx + 196},{y - 282}", 30, *grip)
    s.line(f"M{cx + 84},{y - 122}L{cx + 106},{y - 154}", oklch(*STEEL), 24)
    s.oval(cx - 40, y, 208, 208, t, x2=1, y2=1)
    s.oval(cx - 40, y, 188, 188, shaded(t, 0.62), x2=1, y2=1, depth=1.35)
    s.oval(cx - 38, y + 3, 160, 160, shaded(t, 0.74), x2=1, y2=1, depth=1.2)
    s.gloss(f"M{cx - 178},{y - 60}A150,150 0 0 1 {cx - 70},{y - 146}", 9, 0.45, 4)
    for r in (60, 104):
        s.line(ring_of(cx - 38, y + 3, r, r), oklch(*shaded(t, 0.9)), 1.6, 0.5)


@motif(contact=190, w=250)
def board(s, b, cx):
    """A board, a knife, and herbs on it."""
    t = tone(s, WOOD, LIGHT_WOOD, WALNUT)
    x, y, w, h = cx - 130, b - 420, 260, 416
    s.block(x, y, w, h, t, r=40, side=16)
    for k, dx in enumerate((28, 74, 118, 170, 222)):
        s.line(
            f"M{x + dx},{y + 20}q{8 - 4 * k},{h / 2} {k % 2 * 6},{h - 40}",
            oklch(*shaded(t, 0.78)),
            2,
            0.5,
        )
    s.flat(ring_of(cx, y + 46, 18, 18), oklch(*shaded(t, 0.34)))
    blade = f"M{cx + 162},{b - 10}L{cx + 162},{b - 250}Q{cx + 214},{b - 170} {cx + 206},{b - 10}Z"
    s.face(blade, STEEL, 1, 0.1)
    s.gloss(f"M{cx + 170},{b - 210}V{b - 30}", 4, 0.8, 1)
    s.block(cx + 158, b - 402, 38, 160, tone(s, WALNUT, BLACK, LIGHT_WOOD), r=14)
    for k in (0, 1, 2):
        s.knob(cx + 177, b - 372 + k * 46, 5, BRASS)
    for i, (px, py) in enumerate(around(cx - 20, b - 140, 52, 7, 0.4)):
        s.oval(px, py, 34, 13 + i % 3 * 3, (0.58 + i % 2 * 0.07, 0.11, 135), x2=1, y2=1)
    s.oval(cx - 20, b - 140, 40, 34, (0.60, 0.15, 30))
    s.gloss(f"M{cx - 40},{b - 154}q10,-14 26,-12", 6, 0.8, 2)


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
        s.lathe(
            x,
            y,
            [(0, 66 * k), (8, 74 * k), (8, 74 * k), (150 * k, 74 * k), (162 * k, 66 * k)],
            s.glass(0.92, 0.015, 210, 0.5),
        )
        s.lathe(
            x, y, [(6, 68 * k), (118 * k, 68 * k), (124 * k, 62 * k)], s.matte(*stuff), cast=False
        )
        s.gloss(f"M{x - 58 * k},{y - 138 * k}V{y - 24 * k}", 8 * k, 0.7, 2)
        s.lathe(
            x,
            y,
            [
                (160 * k, 70 * k),
                (164 * k, 72 * k),
                (164 * k, 72 * k),
                (200 * k, 72 * k),
                (204 * k, 68 * k),
            ],
            s.metal(*caps) if caps == BRASS else s.matte(*caps),
        )
        s.label(x - 36 * k, y - 112 * k, 72 * k, 74 * k)


@motif(contact=150, w=220)
def tagine(s, b, cx):
    """A clay dish under its cone."""
    t = tone(s, TERRA, LAPIS, CREAM, (0.50, 0.07, 165))
    m, trim = s.glaze(*t), oklch(0.88, 0.06, 82) if t[0] < 0.8 else oklch(*LAPIS)
    s.lathe(cx, b, [(0, 104), (10, 116), (52, 172), (76, 186), (86, 188)], m, squash=0.17)
    s.lathe(
        cx, b, [(86, 168), (92, 170), (140, 146), (220, 82), (290, 44), (322, 30)], m, squash=0.16
    )
    s.lathe(cx, b, [(320, 34), (338, 46), (356, 40), (364, 16)], m, squash=0.16)
    s.stars_on(cx, b, 132, 150, 20, 9, trim, 0.9, 0.16)
    for y, r in ((100, 168), (176, 114)):
        s.ring(cx, b, y, r, 3.4, trim, 0.85, 0.16)
    s.ring(cx, b, 70, 183, 3, trim, 0.8, 0.17)


@motif(contact=120, w=200)
def teapot(s, b, cx):
    """For tea with mint."""
    t = tone(s, STEEL, BRASS, CREAM, LAPIS)
    m = s.metal(*t) if t in (STEEL, BRASS) else s.glaze(*t)
    s.tube(
        f"M{cx + 96},{b - 240}C{cx + 230},{b - 260} {cx + 220},{b - 100} {cx + 112},{b - 78}",
        20,
        *t,
    )
    spout = (
        f"M{cx - 90},{b - 110}C{cx - 190},{b - 120} {cx - 168},{b - 240} "
        f"{cx - 236},{b - 288}L{cx - 206},{b - 296}C{cx - 150},{b - 262} "
        f"{cx - 150},{b - 196} {cx - 92},{b - 190}Z"
    )
    s.face(spout, t, 0.4, 1)
    s.lathe(cx, b, [(0, 78), (8, 84), (40, 118), (110, 138), (190, 116), (240, 76), (252, 70)], m)
    s.lathe(cx, b, [(252, 76), (260, 76), (260, 70), (292, 60), (324, 32), (336, 10)], m)
    s.ball(cx, b - 350, 16, *(BRASS if t != BRASS else STEEL))
    dark = oklch(*shaded(t, 0.55)) if t[0] > 0.5 else oklch(*BRASS)
    s.stars_on(cx, b, 116, 137, 18, 9, dark, 0.7)
    for y, r in ((162, 128), (70, 131)):
        s.ring(cx, b, y, r, 2.5, dark, 0.7)


@motif(contact=170, w=230, plinths="none block")
def plates(s, b, cx):
    """A stack of plates, one standing behind."""
    t = tone(s, CREAM, LAPIS, (0.60, 0.05, 165), TERRA)
    trim = oklch(*BRASS) if t != CREAM else oklch(*LAPIS)
    y = b - 236
    s.shadow.append(ring_of(cx, y, 186, 186))
    s.oval(cx, y, 190, 190, t, x2=1, y2=1)
    s.line(ring_of(cx, y, 176, 176), trim, 4, 0.9)
    s.oval(cx + 2, y + 3, 122, 122, shaded(t, 0.93), x2=1, y2=1, depth=1.04)
    for px, py in around(cx, y, 150, 12):
        s.flat(star(px, py, 14), trim, 0.85)
    s.line(star(cx + 2, y + 3, 66), trim, 3.4, 0.9)
    s.flat(star(cx + 2, y + 3, 30), trim, 0.9)
    for k in range(4):
        s.lathe(
            cx + (k % 2) * 5,
            b + 22 - k * 17,
            [(0, 110), (6, 140), (13, 178), (15, 180)],
            s.glaze(*t),
            squash=0.14,
        )
    s.ring(cx + 5, b + 22 - 51, 14, 176, 3, trim, 0.9)


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
            s.lathe(
                x,
                y,
                [(12, 62 * k), (130 * k, 76 * k)],
                s.glaze(0.55, 0.13, 42),
                cast=False,
                squash=0.16,
            )
        s.lathe(
            x,
            y,
            [(0, 60 * k), (6, 66 * k), (100 * k, 74 * k), (190 * k, 86 * k)],
            s.glass(*hue, 0.42),
            squash=0.16,
            open_=False,
            lid=oklch(0.95, 0.02, 210),
        )
        s.ring(x, y, 188 * k, 86 * k, 4, oklch(*BRASS), 0.95, 0.16)
        s.line(ring_of(x, y - 190 * k, 86 * k, 13.5 * k), oklch(*BRASS), 3)
        s.stars_on(x, y, 96 * k, 74 * k, 15 * k, 8, oklch(*BRASS), 0.9, 0.16)
        s.gloss(f"M{x - 60 * k},{y - 168 * k}L{x - 50 * k},{y - 20}", 8, 0.75, 2)


@motif(contact=110, w=190)
def jug(s, b, cx):
    """A water jug of clay or glass."""
    t = tone(s, (0.62, 0.09, 48), CREAM, LAPIS, (0.56, 0.05, 170))
    s.tube(
        f"M{cx + 60},{b - 360}C{cx + 216},{b - 360} {cx + 200},{b - 190} {cx + 106},{b - 150}",
        24,
        *t,
    )
    s.lathe(
        cx,
        b,
        [(0, 74), (8, 80), (70, 124), (140, 134), (220, 96), (290, 62), (340, 66), (380, 82)],
        s.glaze(*t),
        open_=True,
    )
    s.face(f"M{cx - 70},{b - 384}L{cx - 118},{b - 398}L{cx - 66},{b - 340}Z", t, 0.4, 1)
    trim = oklch(*(LAPIS if t[0] > 0.6 else BRASS))
    for k in range(9):
        s.line(f"M{cx - 110 + k * 27},{b - 176}q12,-30 26,0", trim, 4, 0.75)
    for y, r in ((118, 133), (200, 106)):
        s.ring(cx, b, y, r, 3.5, trim, 0.8)


@motif(contact=200, w=250, plinths="none block")
def tray(s, b, cx):
    """A round tray of metal, stood up to be seen."""
    t = tone(s, BRASS, STEEL, COPPER)
    y = b - 224
    dark = oklch(*shaded(t, 0.58))
    s.oval(cx, y, 222, 222, t, cast=True)
    s.oval(cx + 3, y + 4, 200, 200, shaded(t, 0.9), depth=1.1)
    s.line(ring_of(cx, y, 208, 208), dark, 3, 0.6)
    for r, k in ((168, 16), (116, 12)):
        for px, py in around(cx, y, r, k):
            s.line(star(px, py, 22), dark, 2.6, 0.75)
    s.line(star(cx, y, 84), dark, 4, 0.8)
    s.line(star(cx, y, 60, 0.39), dark, 3, 0.8)
    s.flat(star(cx, y, 26), dark, 0.8)
    s.gloss(f"M{cx - 190},{y - 66}A200,200 0 0 1 {cx - 40},{y - 196}", 16, 0.5, 7)


@motif(contact=120, w=200)
def mortar(s, b, cx):
    """Mortar and pestle."""
    t = tone(s, BRASS, (0.80, 0.012, 80), (0.42, 0.03, 60))
    m = s.metal(*t) if t == BRASS else s.matte(*t)
    s.tube(f"M{cx + 30},{b - 190}L{cx + 138},{b - 418}", 34, *t)
    s.ball(cx + 142, b - 424, 26, *t)
    s.lathe(
        cx,
        b,
        [(0, 92), (16, 100), (28, 84), (60, 104), (140, 140), (206, 158), (214, 160)],
        m,
        squash=0.18,
        open_=True,
    )
    s.ring(cx, b, 196, 155, 3, oklch(*shaded(t, 0.6)), 0.7, 0.18)
    s.stars_on(cx, b, 124, 132, 20, 9, oklch(*shaded(t, 0.6)), 0.6, 0.18)


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
        s.face(rounded(x, y, w, h, 18), (0.88, 0.02, 210), 1, 0.3)
        s.face(
            rounded(x + 10, y + h * (1 - fill), w - 20, h * fill - 9, 12), stuff, 1, 0.3, cast=False
        )
        s.gloss(f"M{x + 16},{y + 26}V{y + h - 20}", 7, 0.7, 2)
        s.face(rounded(x - 8, y - 28, w + 16, 32, 9), lid, 1, 0.2)
        s.line(f"M{x + 6},{y - 12}h{w - 12}", oklch(*shaded(lid, 0.75)), 2, 0.6)
        stuff = (stuff[0] * 0.92, stuff[1], stuff[2] + 40)
