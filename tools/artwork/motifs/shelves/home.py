"""Baskets, tables, bedding."""

from ...colour import BLACK, BRASS, lit, oklch, shaded, tone
from ...materials import glaze, matte, metal
from ...shapes import At, Box, Girth, star
from ...solids import OPEN, hoop, lathe, rod, sphere, stars_on
from ...studio import motif
from ...surfaces import block, emblem, face, flat, glow, label, line, seam
from .stuffs import CLAY, CREAM, GREEN, LAPIS, RED

WOOD = (0.62, 0.085, 62)
SAND = (0.84, 0.045, 78)
ROSE = (0.78, 0.06, 20)


@motif(contact=190, w=240)
def basket(s, b, cx):
    """A basket of palm leaf."""
    t, dye = (
        tone(s, (0.76, 0.07, 76), (0.64, 0.08, 62)),
        tone(s, RED, LAPIS, GREEN, (0.50, 0.10, 330)),
    )
    lathe(
        s,
        At(cx, b),
        [(0, 128), (10, 140), (120, 172), (200, 168), (210, 166)],
        matte(*t),
        squash=0.17,
        lid=OPEN,
    )
    for row in range(12):
        y = 14 + row * 16
        r = 140 + 34 * min(1, y / 120) - max(0, y - 120) * 0.06
        hoop(s, Girth(cx, b, y, r, 0.17), 3, oklch(*shaded(t, 0.68)), 0.6)
    for y, c in ((60, dye), (92, dye), (156, dye)):
        stars_on(s, Girth(cx, b, y, 160, 0.17), 14, 13, oklch(*c), 0.9)
    for k in (-1, 1):
        rod(
            s,
            (
                f"M{cx + k * 60},{b - 196}C{cx + k * 60},{b - 320} {cx + k * 150},{b - 320} "
                f"{cx + k * 150},{b - 206}"
            ),
            15,
            shaded(t, 0.8),
        )


@motif(contact=170, w=225, plinths="none", floor=850)
def sidetable(s, b, cx):
    """A small table with inlay."""
    t = tone(s, (0.46, 0.07, 52), (0.62, 0.085, 62), (0.34, 0.03, 50))
    inlay = oklch(0.90, 0.03, 82)
    b -= 10
    for k in (-1, 1):
        face(
            s,
            (
                f"M{cx + k * 150},{b - 320}L{cx + k * 170},{b}h{-k * 34}L{cx + k * 104},{b - 200}"
                f"Q{cx + k * 50},{b - 280} {cx},{b - 280}V{b - 320}Z"
            ),
            shaded(t, 0.92 if k < 0 else 0.75),
            1,
            0.3,
        )
    for k in range(8):
        flat(s, star(cx - 140 + k * 40, b - 304, 13), inlay, 0.95)
    lathe(s, At(cx, b), [(320, 200), (328, 208), (346, 208), (350, 204)], matte(*t), squash=0.2)
    s.add(f'<g transform="translate({cx},{b - 350}) scale(1,.2)">')
    flat(s, star(0, 0, 150), inlay, 0.9)
    flat(s, star(0, 0, 120), oklch(*t))
    flat(s, star(0, 0, 70, 0.39), inlay, 0.9)
    s.add("</g>")
    lathe(
        s,
        At(cx - 46, b - 352),
        [(0, 26), (10, 34), (60, 46), (66, 47)],
        glaze(*CREAM),
        squash=0.2,
        lid=OPEN,
    )
    lathe(s, At(cx + 56, b - 360), [(0, 40), (40, 48), (90, 26), (130, 22)], metal(*BRASS))


@motif(contact=200, plinths="none", floor=850)
def bedding(s, b, cx):
    """Folded sheets and a pillow."""
    t, trim = (
        tone(s, CREAM, (0.74, 0.045, 230), ROSE, (0.70, 0.045, 145), SAND),
        tone(s, LAPIS, CLAY, GREEN),
    )
    for k, (w, c) in enumerate(((420, t), (404, lit(t, 0.03)), (412, shaded(t, 0.92)))):
        y = b - 70 - k * 74
        block(s, Box(cx - w / 2 + k * 4, y, w, 72), c, r=30)
        line(s, f"M{cx - w / 2 + 34},{y + 36}H{cx + w / 2 - 20}", "#000", 2.5, 0.18)
    line(s, f"M{cx - 190},{b - 190}h380", oklch(*trim), 6, 0.85)
    pillow = (
        f"M{cx - 190},{b - 232}Q{cx - 216},{b - 330} {cx - 170},{b - 372}"
        f"Q{cx},{b - 420} {cx + 170},{b - 372}Q{cx + 216},{b - 330} {cx + 190},{b - 232}"
        f"Q{cx},{b - 206} {cx - 190},{b - 232}Z"
    )
    face(s, pillow, lit(t, 0.04), 1, 0.7, depth=0.78)
    seam(s, f"M{cx - 168},{b - 246}Q{cx},{b - 224} {cx + 168},{b - 246}", 0.9, oklch(*trim))
    emblem(s, cx, b - 310, 40, trim, is_line=True)


@motif(contact=170, w=235)
def lights(s, b, cx):
    """A string of lamps for a yard."""
    t = tone(s, (0.92, 0.12, 85), (0.80, 0.15, 55))
    line(s, f"M{cx - 260},{b - 420}Q{cx},{b - 300} {cx + 260},{b - 430}", oklch(*BLACK), 5)
    for k in range(6):
        x = cx - 215 + k * 86
        y = b - 398 + 60 - abs(k - 2.5) ** 2 * 8
        line(s, f"M{x},{y - 10}v26", oklch(*BLACK), 11)
        glow(s, x, y + 52, 80, 80, t, 0.6)
        sphere(s, x, y + 50, 34, t, cast=False)
    lathe(s, At(cx, b), [(0, 120), (8, 126), (120, 130), (128, 126)], matte(*WOOD), squash=0.18)
    label(s, Box(cx - 66, b - 112, 124, 92))
