"""What one washes with."""

from ...colour import BLACK, BRASS, lit, oklch, shaded, tone
from ...materials import glass, matte
from ...shapes import At, Box, Oval, rounded
from ...solids import lathe, rod
from ...studio import motif
from ...surfaces import block, emblem, face, flat, gloss, label, line, oval
from .stuffs import CREAM, LAPIS, ROSE

SAGE = (0.66, 0.05, 145)


@motif(contact=180, w=230)
def soap(s, b, cx):
    """Bars of soap with olive or laurel."""
    t = tone(s, (0.62, 0.07, 118), (0.90, 0.04, 85), ROSE, (0.50, 0.05, 60))
    for dx, dy, rot in ((-66, -4, 0), (70, -8, 4), (2, -104, -5)):
        x, y = cx + dx - 92, b + dy - 104
        s.add(f'<g transform="rotate({rot} {cx + dx} {y})">')
        block(s, Box(x, y, 184, 104), t, r=18, side=14)
        line(s, rounded(x + 16, y + 16, 152, 72, 10), oklch(*shaded(t, 0.72)), 4, 0.7)
        emblem(s, x + 92, y + 52, 25, shaded(t, 0.62), is_line=True)
        s.add("</g>")
    for k, (dx, dy) in enumerate(((-170, -30), (-190, -64), (-150, -8))):
        oval(s, Oval(cx + dx, b + dy, 34, 12), (0.58, 0.09, 128 + k * 6))


@motif(contact=110, w=190)
def pump(s, b, cx):
    """Shampoo, lotion, hand wash."""
    t, cap = tone(s, (0.60, 0.11, 55), CREAM, SAGE, LAPIS, ROSE), tone(s, BLACK, BRASS, CREAM)
    m = glass(*t, 0.92) if t[0] == 0.60 else matte(*t)
    lathe(
        s,
        At(cx, b),
        [(0, 92), (10, 102), (20, 102), (20, 102), (260, 102), (290, 84), (310, 46), (326, 44)],
        m,
    )
    lathe(s, At(cx, b), [(324, 50), (330, 52), (372, 52), (378, 40)], matte(*cap))
    rod(s, f"M{cx},{b - 376}V{b - 424}", 16, cap)
    rod(s, f"M{cx + 30},{b - 434}H{cx - 90}L{cx - 104},{b - 414}", 24, cap)
    gloss(s, f"M{cx - 78},{b - 256}V{b - 30}", 9, 0.4, 3)
    label(s, Box(cx - 68, b - 220, 130, 160))


@motif(contact=110, w=190)
def tube(s, b, cx):
    """A tube that stands on its cap."""
    t, cap = tone(s, CREAM, ROSE, SAGE, (0.82, 0.09, 75), LAPIS), tone(s, BRASS, CREAM, BLACK)
    d = f"M{cx - 116},{b - 420}H{cx + 116}L{cx + 84},{b - 66}H{cx - 84}Z"
    face(s, d, t, 1, 0)
    flat(s, f"M{cx - 116},{b - 420}h232l-4,34h-224Z", oklch(*shaded(t, 0.86)))
    for k in range(12):
        line(s, f"M{cx - 104 + k * 19},{b - 414}v22", oklch(*shaded(t, 0.7)), 2, 0.7)
    gloss(s, f"M{cx - 78},{b - 370}L{cx - 58},{b - 90}", 12, 0.7, 5)
    line(s, f"M{cx + 84},{b - 370}L{cx + 64},{b - 84}", "#000", 14, 0.16, s.blur(6))
    lathe(s, At(cx, b), [(0, 74), (6, 80), (6, 80), (62, 86), (70, 84)], matte(*cap))
    ink = CREAM if t == LAPIS else LAPIS
    emblem(s, cx, b - 290, 36, ink, is_line=True)
    for k, w in enumerate((104, 76, 90)):
        line(s, f"M{cx - w / 2},{b - 214 + k * 24}h{w}", oklch(*ink), 5, 0.75)


@motif(contact=170, w=225)
def bath(s, b, cx):
    """Salt, a brush, a towel."""
    t = tone(s, ROSE, SAGE, (0.70, 0.06, 230))
    block(s, Box(cx - 60, b - 130, 260, 60), shaded(t, 0.9), r=28)
    block(s, Box(cx - 70, b - 66, 280, 62), t, r=30)
    oval(s, Oval(cx + 180, b - 35, 26, 28), lit(t, 0.08))
    oval(s, Oval(cx + 172, b - 100, 24, 27), lit(t, 0.06))
    lathe(
        s,
        At(cx - 110, b + 6),
        [(0, 84), (8, 92), (190, 92), (200, 86)],
        glass(0.92, 0.015, 210, 0.5),
    )
    lathe(
        s, At(cx - 110, b + 6), [(8, 84), (130, 84), (140, 72)], matte(0.94, 0.03, t[2]), cast=False
    )
    lathe(
        s, At(cx - 110, b + 6), [(198, 90), (204, 92), (240, 92), (246, 86)], matte(0.62, 0.085, 62)
    )
    label(s, Box(cx - 158, b - 120, 92, 92))
    block(s, Box(cx + 10, b - 176, 170, 44), (0.66, 0.08, 64), r=20)
    for k in range(16):
        line(s, f"M{cx + 22 + k * 10},{b - 176}l{(k - 8)},-34", oklch(0.88, 0.04, 82), 6)
