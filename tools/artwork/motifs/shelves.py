"""More of the larder and the home."""

from ..colour import BLACK, BRASS, lit, oklch, shaded, tone
from ..scene import star
from ..studio import motif

CREAM, LAPIS, GREEN, RED, WOOD = (
    (0.94, 0.016, 82),
    (0.42, 0.11, 262),
    (0.46, 0.08, 150),
    (0.48, 0.14, 26),
    (0.62, 0.085, 62),
)
CLAY, SAND, ROSE = (0.60, 0.11, 42), (0.84, 0.045, 78), (0.78, 0.06, 20)


@motif(contact=90, w=180)
def oil(s, b, cx):
    """Oil or vinegar in a square-shouldered bottle, a cork on it."""
    t = tone(s, (0.66, 0.13, 105), (0.50, 0.09, 130), (0.74, 0.14, 80), (0.40, 0.10, 20))
    profile = [
        (0, 92),
        (10, 102),
        (20, 104),
        (20, 104),
        (220, 104),
        (252, 96),
        (276, 60),
        (290, 34),
    ]
    s.lathe(cx, b, [*profile, (340, 32), (344, 38)], s.glass(*t, 0.9))
    s.lathe(cx, b, [(342, 26), (372, 28), (378, 24)], s.matte(0.66, 0.08, 66))
    s.label(cx - 70, b - 202, 132, 150)
    s.gloss(f"M{cx - 80},{b - 220}V{b - 30}", 10, 0.5, 3)


@motif(contact=110, w=190)
def tin(s, b, cx):
    """Tea, ghee or cardamom in a tin."""
    t, band = tone(s, GREEN, RED, LAPIS, (0.70, 0.12, 78), (0.34, 0.04, 50)), tone(s, BRASS, CREAM)
    s.lathe(cx, b, [(0, 106), (6, 112), (6, 112), (256, 112), (260, 108)], s.glaze(*t), squash=0.16)
    s.lathe(cx, b, [(258, 116), (264, 118), (310, 118), (318, 112)], s.metal(*BRASS), squash=0.16)
    s.ball(cx, b - 334, 17, *BRASS)
    s.stars_on(cx, b, 216, 112, 16, 11, oklch(*band), 0.95, 0.16)
    s.stars_on(cx, b, 46, 112, 16, 11, oklch(*band), 0.95, 0.16)
    for y in (190, 74, 240, 22):
        s.ring(cx, b, y, 112, 3, oklch(*band), 0.9, 0.16)
    s.label(cx - 68, b - 172, 126, 92)


@motif(contact=180, w=235)
def nuts(s, b, cx):
    """A bowl, heaped."""
    t, bowl = (
        tone(s, (0.66, 0.09, 66), (0.60, 0.09, 120), (0.44, 0.08, 48), (0.50, 0.14, 22)),
        tone(s, CREAM, LAPIS, CLAY),
    )
    for k in range(46):
        row = k // 12
        x = cx - 150 + (k % 12) * 27 + (row % 2) * 13 + row * 4
        y = b - 150 - row * 26 + abs(x - cx) * 0.16 * row * 0.5
        if abs(x - cx) < 170 - row * 34:
            s.add(f'<g transform="rotate({k * 47 % 90 - 45} {x} {y})">')
            s.oval(x, y, 24, 15, (t[0] + (k % 5 - 2) * 0.025, t[1], t[2]), cast=True)
            s.add("</g>")
    s.lathe(
        cx,
        b,
        [(0, 74), (12, 80), (30, 110), (90, 170), (140, 192), (148, 194)],
        s.glaze(*bowl),
        squash=0.06,
    )
    trim = oklch(*(BRASS if bowl != CREAM else LAPIS))
    s.stars_on(cx, b, 100, 172, 18, 11, trim, 0.9, 0.06)
    s.ring(cx, b, 134, 190, 3, trim, 0.9, 0.06)
    for k, dx in enumerate((-214, 208, 236)):
        s.add(f'<g transform="rotate({k * 40} {cx + dx} {b})">')
        s.oval(cx + dx, b + 8 - k * 6, 24, 15, t, cast=True)
        s.add("</g>")


@motif(contact=130, w=205)
def sack(s, b, cx):
    """A sack of rice or flour, its neck tied."""
    t, ink = tone(s, (0.86, 0.035, 80), (0.76, 0.06, 72), CREAM), tone(s, LAPIS, RED, GREEN)
    d = (
        f"M{cx - 50},{b - 356}C{cx - 170},{b - 330} {cx - 176},{b - 120} "
        f"{cx - 150},{b - 24}Q{cx - 140},{b} {cx - 110},{b}H{cx + 110}"
        f"Q{cx + 140},{b} {cx + 150},{b - 24}C{cx + 176},{b - 120} {cx + 170},{b - 330} "
        f"{cx + 50},{b - 356}Z"
    )
    s.face(
        (
            f"M{cx - 50},{b - 350}L{cx - 92},{b - 440}Q{cx},{b - 410} {cx + 92},{b - 440}"
            f"L{cx + 50},{b - 350}Z"
        ),
        t,
        1,
        0.5,
    )
    s.face(d, t, 1, 0.4, depth=0.7)
    for x0, x1 in ((-30, -120), (-10, -50), (14, 60), (34, 124)):
        s.line(
            f"M{cx + x0},{b - 344}Q{cx + x1},{b - 270} {cx + x1 * 1.05},{b - 200}",
            "#000",
            7,
            0.12,
            s.blur(4),
        )
    s.tube(f"M{cx - 56},{b - 352}Q{cx},{b - 334} {cx + 56},{b - 352}", 17, 0.58, 0.08, 60)
    s.line(star(cx, b - 170, 70), oklch(*ink), 6, 0.9)
    s.flat(star(cx, b - 170, 36), oklch(*ink), 0.9)
    s.line(f"M{cx - 70},{b - 74}h140M{cx - 44},{b - 48}h88", oklch(*ink), 8, 0.85)


@motif(contact=190, w=245)
def sweets(s, b, cx):
    """Chocolates or date biscuits in an open box."""
    t, stuff = (
        tone(s, LAPIS, RED, GREEN, (0.40, 0.06, 50)),
        tone(s, (0.38, 0.06, 46), (0.76, 0.09, 74), (0.90, 0.03, 80)),
    )
    x, w = cx - 200, 400
    s.face(
        f"M{x + 6},{b - 150}L{x + 40},{b - 370}q2,-14 16,-14h288q14,0 16,14L{x + w - 6},{b - 150}Z",
        lit(t, 0.02),
        1,
        0.6,
    )
    s.emblem(cx, b - 266, 62, BRASS, is_line=True)
    s.face(
        f"M{x},{b - 60}L{x + 24},{b - 156}H{x + w - 24}L{x + w},{b - 60}Z", (0.93, 0.03, 82), 1, 0.4
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
            s.oval(px, y, step * 0.42, 14, c, x2=0.6, y2=1)
            s.flat(star(px, y - 3, 7), oklch(*BRASS), 0.9)
    s.block(x - 2, b - 62, w + 4, 60, t, r=5)
    s.line(f"M{x},{b - 60}h{w}", oklch(*BRASS), 4)
    for k in range(9):
        s.flat(star(x + 28 + k * 43, b - 30, 11), oklch(*BRASS), 0.9)


@motif(contact=80, w=170)
def saffron(s, b, cx):
    """A small precious jar in its box."""
    stuff = tone(s, (0.50, 0.19, 30), (0.56, 0.09, 100), (0.40, 0.09, 20))
    s.lathe(
        cx - 50,
        b,
        [(0, 70), (8, 78), (150, 78), (164, 64), (172, 60)],
        s.glass(0.92, 0.015, 210, 0.5),
    )
    s.lathe(cx - 50, b, [(8, 70), (108, 70), (118, 58)], s.matte(*stuff), cast=False)
    for k in range(26):
        x, y = cx - 108 + (k * 41 % 112), b - 20 - (k * 29 % 88)
        s.line(f"M{x},{y}q8,-12 20,-7", oklch(stuff[0] + 0.1, stuff[1], stuff[2] + 12), 3, 0.9)
    s.lathe(cx - 50, b, [(170, 68), (176, 70), (212, 70), (218, 62)], s.metal(*BRASS))
    s.block(cx + 52, b - 210, 140, 206, RED if stuff[0] == 0.50 else GREEN, r=6, side=12)
    s.emblem(cx + 122, b - 122, 44, BRASS, is_line=True)
    s.emblem(cx - 58, b - 66, 19, CREAM, is_line=True)


@motif(contact=190, w=240)
def basket(s, b, cx):
    """A basket of palm leaf."""
    t, dye = (
        tone(s, (0.76, 0.07, 76), (0.64, 0.08, 62)),
        tone(s, RED, LAPIS, GREEN, (0.50, 0.10, 330)),
    )
    s.lathe(
        cx,
        b,
        [(0, 128), (10, 140), (120, 172), (200, 168), (210, 166)],
        s.matte(*t),
        squash=0.17,
        open_=True,
    )
    for row in range(12):
        y = 14 + row * 16
        r = 140 + 34 * min(1, y / 120) - max(0, y - 120) * 0.06
        s.ring(cx, b, y, r, 3, oklch(*shaded(t, 0.68)), 0.6, 0.17)
    for y, c in ((60, dye), (92, dye), (156, dye)):
        s.stars_on(cx, b, y, 160, 14, 13, oklch(*c), 0.9, 0.17)
    for k in (-1, 1):
        s.tube(
            (
                f"M{cx + k * 60},{b - 196}C{cx + k * 60},{b - 320} {cx + k * 150},{b - 320} "
                f"{cx + k * 150},{b - 206}"
            ),
            15,
            *shaded(t, 0.8),
        )


@motif(contact=170, w=225, plinths="none", floor=850)
def sidetable(s, b, cx):
    """A small table with inlay."""
    t = tone(s, (0.46, 0.07, 52), (0.62, 0.085, 62), (0.34, 0.03, 50))
    inlay = oklch(0.90, 0.03, 82)
    b -= 10
    for k in (-1, 1):
        s.face(
            (
                f"M{cx + k * 150},{b - 320}L{cx + k * 170},{b}h{-k * 34}L{cx + k * 104},{b - 200}"
                f"Q{cx + k * 50},{b - 280} {cx},{b - 280}V{b - 320}Z"
            ),
            shaded(t, 0.92 if k < 0 else 0.75),
            1,
            0.3,
        )
    for k in range(8):
        s.flat(star(cx - 140 + k * 40, b - 304, 13), inlay, 0.95)
    s.lathe(cx, b, [(320, 200), (328, 208), (346, 208), (350, 204)], s.matte(*t), squash=0.2)
    s.add(f'<g transform="translate({cx},{b - 350}) scale(1,.2)">')
    s.flat(star(0, 0, 150), inlay, 0.9)
    s.flat(star(0, 0, 120), oklch(*t))
    s.flat(star(0, 0, 70, 0.39), inlay, 0.9)
    s.add("</g>")
    s.lathe(
        cx - 46,
        b - 352,
        [(0, 26), (10, 34), (60, 46), (66, 47)],
        s.glaze(*CREAM),
        squash=0.2,
        open_=True,
    )
    s.lathe(cx + 56, b - 360, [(0, 40), (40, 48), (90, 26), (130, 22)], s.metal(*BRASS))


@motif(contact=200, plinths="none", floor=850)
def bedding(s, b, cx):
    """Folded sheets and a pillow."""
    t, trim = (
        tone(s, CREAM, (0.74, 0.045, 230), ROSE, (0.70, 0.045, 145), SAND),
        tone(s, LAPIS, CLAY, GREEN),
    )
    for k, (w, c) in enumerate(((420, t), (404, lit(t, 0.03)), (412, shaded(t, 0.92)))):
        y = b - 70 - k * 74
        s.block(cx - w / 2 + k * 4, y, w, 72, c, r=30)
        s.line(f"M{cx - w / 2 + 34},{y + 36}H{cx + w / 2 - 20}", "#000", 2.5, 0.18)
    s.line(f"M{cx - 190},{b - 190}h380", oklch(*trim), 6, 0.85)
    pillow = (
        f"M{cx - 190},{b - 232}Q{cx - 216},{b - 330} {cx - 170},{b - 372}"
        f"Q{cx},{b - 420} {cx + 170},{b - 372}Q{cx + 216},{b - 330} {cx + 190},{b - 232}"
        f"Q{cx},{b - 206} {cx - 190},{b - 232}Z"
    )
    s.face(pillow, lit(t, 0.04), 1, 0.7, depth=0.78)
    s.seam(f"M{cx - 168},{b - 246}Q{cx},{b - 224} {cx + 168},{b - 246}", 0.9, oklch(*trim))
    s.emblem(cx, b - 310, 40, trim, is_line=True)


@motif(contact=170, w=235)
def lights(s, b, cx):
    """A string of lamps for a yard."""
    t = tone(s, (0.92, 0.12, 85), (0.80, 0.15, 55))
    s.line(f"M{cx - 260},{b - 420}Q{cx},{b - 300} {cx + 260},{b - 430}", oklch(*BLACK), 5)
    for k in range(6):
        x = cx - 215 + k * 86
        y = b - 398 + 60 - abs(k - 2.5) ** 2 * 8
        s.line(f"M{x},{y - 10}v26", oklch(*BLACK), 11)
        s.glow(x, y + 52, 80, 80, t, 0.6)
        s.ball(x, y + 50, 34, *t, cast=False)
    s.lathe(cx, b, [(0, 120), (8, 126), (120, 130), (128, 126)], s.matte(*WOOD), squash=0.18)
    s.label(cx - 66, b - 112, 124, 92)
