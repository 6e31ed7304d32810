"""What the larder holds."""

from ...colour import BRASS, oklch, tone
from ...materials import glass, glaze, matte, metal
from ...shapes import At, Box, Girth, Oval, star
from ...solids import hoop, lathe, rod, sphere, stars_on
from ...studio import motif
from ...surfaces import face, flat, gloss, label, line, oval
from .stuffs import CLAY, CREAM, GREEN, LAPIS, RED


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
    lathe(s, At(cx, b), [*profile, (340, 32), (344, 38)], glass(*t, 0.9))
    lathe(s, At(cx, b), [(342, 26), (372, 28), (378, 24)], matte(0.66, 0.08, 66))
    label(s, Box(cx - 70, b - 202, 132, 150))
    gloss(s, f"M{cx - 80},{b - 220}V{b - 30}", 10, 0.5, 3)


@motif(contact=110, w=190)
def tin(s, b, cx):
    """Tea, ghee or cardamom in a tin."""
    t, band = tone(s, GREEN, RED, LAPIS, (0.70, 0.12, 78), (0.34, 0.04, 50)), tone(s, BRASS, CREAM)
    lathe(
        s, At(cx, b), [(0, 106), (6, 112), (6, 112), (256, 112), (260, 108)], glaze(*t), squash=0.16
    )
    lathe(
        s, At(cx, b), [(258, 116), (264, 118), (310, 118), (318, 112)], metal(*BRASS), squash=0.16
    )
    sphere(s, cx, b - 334, 17, BRASS)
    stars_on(s, Girth(cx, b, 216, 112, 0.16), 16, 11, oklch(*band), 0.95)
    stars_on(s, Girth(cx, b, 46, 112, 0.16), 16, 11, oklch(*band), 0.95)
    for y in (190, 74, 240, 22):
        hoop(s, Girth(cx, b, y, 112, 0.16), 3, oklch(*band), 0.9)
    label(s, Box(cx - 68, b - 172, 126, 92))


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
            oval(s, Oval(x, y, 24, 15), (t[0] + (k % 5 - 2) * 0.025, t[1], t[2]), cast=True)
            s.add("</g>")
    lathe(
        s,
        At(cx, b),
        [(0, 74), (12, 80), (30, 110), (90, 170), (140, 192), (148, 194)],
        glaze(*bowl),
        squash=0.06,
    )
    trim = oklch(*(BRASS if bowl != CREAM else LAPIS))
    stars_on(s, Girth(cx, b, 100, 172, 0.06), 18, 11, trim, 0.9)
    hoop(s, Girth(cx, b, 134, 190, 0.06), 3, trim, 0.9)
    for k, dx in enumerate((-214, 208, 236)):
        s.add(f'<g transform="rotate({k * 40} {cx + dx} {b})">')
        oval(s, Oval(cx + dx, b + 8 - k * 6, 24, 15), t, cast=True)
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
    face(
        s,
        (
            f"M{cx - 50},{b - 350}L{cx - 92},{b - 440}Q{cx},{b - 410} {cx + 92},{b - 440}"
            f"L{cx + 50},{b - 350}Z"
        ),
        t,
        1,
        0.5,
    )
    face(s, d, t, 1, 0.4, depth=0.7)
    for x0, x1 in ((-30, -120), (-10, -50), (14, 60), (34, 124)):
        line(
            s,
            f"M{cx + x0},{b - 344}Q{cx + x1},{b - 270} {cx + x1 * 1.05},{b - 200}",
            "#000",
            7,
            0.12,
            s.blur(4),
        )
    rod(s, f"M{cx - 56},{b - 352}Q{cx},{b - 334} {cx + 56},{b - 352}", 17, (0.58, 0.08, 60))
    line(s, star(cx, b - 170, 70), oklch(*ink), 6, 0.9)
    flat(s, star(cx, b - 170, 36), oklch(*ink), 0.9)
    line(s, f"M{cx - 70},{b - 74}h140M{cx - 44},{b - 48}h88", oklch(*ink), 8, 0.85)
