"""What one takes along."""

from ...colour import BLACK, BRASS, STEEL, oklch, shaded, tone
from ...shapes import Box, Oval, ring_of, rounded
from ...solids import rod, sphere
from ...studio import motif
from ...surfaces import block, emblem, face, flat, gloss, oval
from .stuffs import LAPIS, NIGHT, ROSE, SAGE, WHITE


@motif(contact=150, w=220)
def earbuds(s, b, cx):
    t = tone(s, WHITE, NIGHT, SAGE, ROSE)
    lid = rounded(cx - 142, b - 286, 284, 150, 64)
    face(s, lid, shaded(t, 0.9), 1, 0.6)
    face(s, rounded(cx - 122, b - 268, 244, 120, 50), shaded(t, 0.7), 0.4, 1, cast=False, depth=1.1)
    for k in (-1, 1):
        x = cx + k * 58
        rod(s, f"M{x},{b - 196}V{b - 126}", 30, t)
        sphere(s, x + k * 4, b - 222, 36, t)
        oval(s, Oval(x - k * 14, b - 226, 17, 21), shaded(t, 0.55))
    face(s, rounded(cx - 142, b - 150, 284, 144, 62), t, 1, 0.5)
    gloss(s, f"M{cx - 116},{b - 110}q4,-22 30,-24h90", 7, 0.6, 3)
    flat(s, ring_of(cx, b - 88, 6, 6), oklch(0.78, 0.17, 150))
    emblem(s, cx, b - 46, 17, shaded(t, 0.72), is_line=True)


@motif(contact=120, w=200)
def powerbank(s, b, cx):
    t = tone(s, NIGHT, WHITE, LAPIS, SAGE)
    rod(
        s,
        (
            f"M{cx + 60},{b - 330}C{cx + 90},{b - 470} {cx + 240},{b - 410} "
            f"{cx + 206},{b - 240}S{cx + 250},{b - 40} {cx + 170},{b - 20}"
        ),
        13,
        shaded(t, 0.85),
    )
    block(s, Box(cx - 110, b - 350, 206, 346), t, r=34, side=14)
    gloss(s, f"M{cx - 90},{b - 306}V{b - 60}", 8, 0.4, 3)
    block(s, Box(cx + 34, b - 366, 52, 26), STEEL, r=6)
    for k in range(4):
        flat(
            s, ring_of(cx - 66 + k * 22, b - 310, 5, 5), oklch(0.85, 0.12, 210), 1 if k < 3 else 0.3
        )
    emblem(s, cx - 8, b - 150, 40, BRASS, is_line=True)


@motif(contact=160, w=220)
def camera(s, b, cx):
    t, skin = (
        tone(s, NIGHT, STEEL, (0.86, 0.02, 80)),
        tone(s, (0.32, 0.02, 60), (0.45, 0.08, 48), (0.34, 0.05, 160)),
    )
    x, y, w, h = cx - 190, b - 236, 380, 230
    block(s, Box(cx - 60, y - 46, 120, 70), t, r=14)
    block(s, Box(x + 40, y - 22, 60, 30), STEEL, r=8)
    block(s, Box(x, y, w, h), t, r=30, side=12)
    face(s, f"M{x + 2},{y + 54}H{x + w - 2}V{y + h - 46}H{x + 2}Z", skin, 1, 0.4, cast=False)
    for r, c in (
        (98, shaded(t, 0.7)),
        (88, shaded(STEEL, 0.85)),
        (76, BLACK),
        (58, (0.24, 0.05, 268)),
        (30, (0.40, 0.10, 280)),
    ):
        oval(s, Oval(cx + 18, y + 122, r, r), c, x2=1, y2=1)
    gloss(s, f"M{cx - 20},{y + 98}A50,50 0 0 1 {cx + 20},{y + 76}", 9, 0.7, 2)
    flat(s, ring_of(x + w - 44, y + 30, 9, 9), oklch(0.62, 0.2, 28))
    emblem(s, cx, y - 18, 14, BRASS)


@motif(contact=170, w=230)
def gamepad(s, b, cx):
    t = tone(s, NIGHT, WHITE, LAPIS, (0.50, 0.14, 25))
    y = b - 140
    d = (
        f"M{cx - 120},{y - 96}Q{cx},{y - 66} {cx + 120},{y - 96}C{cx + 210},{y - 110} "
        f"{cx + 250},{y + 60} {cx + 226},{y + 118}C{cx + 200},{y + 160} "
        f"{cx + 140},{y + 110} {cx + 104},{y + 56}H{cx - 104}C{cx - 140},{y + 110} "
        f"{cx - 200},{y + 160} {cx - 226},{y + 118}C{cx - 250},{y + 60} "
        f"{cx - 210},{y - 110} {cx - 120},{y - 96}Z"
    )
    face(s, d, t, 1, 0.7)
    gloss(s, f"M{cx - 190},{y - 40}Q{cx - 160},{y - 84} {cx - 110},{y - 82}", 8, 0.4, 3)
    for x, yy in ((cx - 64, y + 20), (cx + 64, y + 20)):
        oval(s, Oval(x, yy, 40, 40), shaded(t, 0.6))
        oval(s, Oval(x, yy - 3, 28, 28), shaded(t, 0.85))
    flat(s, f"M{cx - 152},{y - 52}h22v20h20v22h-20v20h-22v-20h-20v-22h20Z", oklch(*shaded(t, 0.45)))
    for dx, dy, c in (
        (0, -26, (0.75, 0.15, 150)),
        (26, 0, (0.62, 0.2, 28)),
        (-26, 0, (0.6, 0.16, 262)),
        (0, 26, (0.82, 0.14, 82)),
    ):
        oval(s, Oval(cx + 140 + dx, y - 30 + dy, 13, 13), c)
    emblem(s, cx, y - 36, 17, BRASS)
