"""What stands before a mirror."""

from ..colour import BLACK, BRASS, STEEL, lit, oklch, shaded, tone
from ..studio import motif, ring_of, rounded

CREAM, ROSE, SAGE, LAPIS, NIGHT = (
    (0.94, 0.016, 80),
    (0.80, 0.06, 18),
    (0.66, 0.05, 145),
    (0.42, 0.11, 262),
    (0.30, 0.02, 265),
)
AMBER, CLAY, PLUM = (0.58, 0.12, 55), (0.62, 0.10, 42), (0.42, 0.10, 340)


@motif(contact=180, w=230)
def soap(s, b, cx):
    """Bars of soap with olive or laurel."""
    t = tone(s, (0.62, 0.07, 118), (0.90, 0.04, 85), ROSE, (0.50, 0.05, 60))
    for dx, dy, rot in ((-66, -4, 0), (70, -8, 4), (2, -104, -5)):
        x, y = cx + dx - 92, b + dy - 104
        s.add(f'<g transform="rotate({rot} {cx + dx} {y})">')
        s.block(x, y, 184, 104, t, r=18, side=14)
        s.line(rounded(x + 16, y + 16, 152, 72, 10), oklch(*shaded(t, 0.72)), 4, 0.7)
        s.emblem(x + 92, y + 52, 25, shaded(t, 0.62), is_line=True)
        s.add("</g>")
    for k, (dx, dy) in enumerate(((-170, -30), (-190, -64), (-150, -8))):
        s.oval(cx + dx, b + dy, 34, 12, (0.58, 0.09, 128 + k * 6))


@motif(contact=110, w=190)
def pump(s, b, cx):
    """Shampoo, lotion, hand wash."""
    t, cap = tone(s, (0.60, 0.11, 55), CREAM, SAGE, LAPIS, ROSE), tone(s, BLACK, BRASS, CREAM)
    m = s.glass(*t, 0.92) if t[0] == 0.60 else s.matte(*t)
    s.lathe(
        cx,
        b,
        [(0, 92), (10, 102), (20, 102), (20, 102), (260, 102), (290, 84), (310, 46), (326, 44)],
        m,
    )
    s.lathe(cx, b, [(324, 50), (330, 52), (372, 52), (378, 40)], s.matte(*cap))
    s.tube(f"M{cx},{b - 376}V{b - 424}", 16, *cap)
    s.tube(f"M{cx + 30},{b - 434}H{cx - 90}L{cx - 104},{b - 414}", 24, *cap)
    s.gloss(f"M{cx - 78},{b - 256}V{b - 30}", 9, 0.4, 3)
    s.label(cx - 68, b - 220, 130, 160)


@motif(contact=100, w=180)
def dropper(s, b, cx):
    """Oil or serum in a dark bottle."""
    t = tone(s, AMBER, (0.40, 0.08, 262), (0.46, 0.07, 155), (0.80, 0.05, 70))
    s.lathe(
        cx,
        b,
        [(0, 84), (10, 92), (18, 92), (18, 92), (190, 92), (222, 76), (240, 40), (256, 38)],
        s.glass(*t, 0.9),
    )
    s.lathe(cx, b, [(254, 44), (260, 46), (300, 46), (306, 36)], s.metal(*BRASS))
    s.lathe(
        cx,
        b,
        [(304, 26), (330, 32), (372, 30), (400, 22), (412, 8)],
        s.matte(*tone(s, NIGHT, CREAM)),
    )
    s.label(cx - 58, b - 168, 108, 122)
    s.gloss(f"M{cx - 70},{b - 186}V{b - 30}", 9, 0.5, 3)


@motif(contact=110, w=190)
def tube(s, b, cx):
    """A tube that stands on its cap."""
    t, cap = tone(s, CREAM, ROSE, SAGE, (0.82, 0.09, 75), LAPIS), tone(s, BRASS, CREAM, BLACK)
    d = f"M{cx - 116},{b - 420}H{cx + 116}L{cx + 84},{b - 66}H{cx - 84}Z"
    s.face(d, t, 1, 0)
    s.flat(f"M{cx - 116},{b - 420}h232l-4,34h-224Z", oklch(*shaded(t, 0.86)))
    for k in range(12):
        s.line(f"M{cx - 104 + k * 19},{b - 414}v22", oklch(*shaded(t, 0.7)), 2, 0.7)
    s.gloss(f"M{cx - 78},{b - 370}L{cx - 58},{b - 90}", 12, 0.7, 5)
    s.line(f"M{cx + 84},{b - 370}L{cx + 64},{b - 84}", "#000", 14, 0.16, s.blur(6))
    s.lathe(cx, b, [(0, 74), (6, 80), (6, 80), (62, 86), (70, 84)], s.matte(*cap))
    ink = CREAM if t == LAPIS else LAPIS
    s.emblem(cx, b - 290, 36, ink, is_line=True)
    for k, w in enumerate((104, 76, 90)):
        s.line(f"M{cx - w / 2},{b - 214 + k * 24}h{w}", oklch(*ink), 5, 0.75)


@motif(contact=150, w=215)
def comb(s, b, cx):
    """A brush and a comb of wood."""
    t = tone(s, (0.56, 0.08, 58), (0.40, 0.06, 50), (0.74, 0.07, 72))
    s.add(f'<g transform="rotate(-8 {cx - 70} {b})">')
    s.block(cx - 94, b - 200, 48, 196, t, r=22)
    s.oval(cx - 70, b - 296, 86, 126, t, cast=True)
    s.oval(cx - 70, b - 296, 66, 104, (0.36, 0.02, 30))
    for row in range(9):
        for k in range(5):
            x, y = cx - 110 + k * 20 + row % 2 * 8, b - 380 + row * 21
            s.line(f"M{x},{y}l-3,-9", oklch(*CREAM), 4, 0.9)
    s.add("</g>")
    s.add(f'<g transform="rotate(9 {cx + 110} {b})">')
    s.block(cx + 64, b - 330, 46, 326, lit(t, 0.05), r=18)
    for k in range(20):
        s.line(f"M{cx + 104},{b - 316 + k * 15.5}h62", oklch(*lit(t, 0.03)), 7)
    s.emblem(cx + 87, b - 160, 15, BRASS)
    s.add("</g>")


@motif(contact=90, w=170)
def kohl(s, b, cx):
    """A kohl pot and its stick."""
    t = tone(s, BRASS, STEEL, (0.60, 0.11, 46))
    s.lathe(
        cx - 26,
        b,
        [
            (0, 70),
            (10, 78),
            (22, 40),
            (60, 74),
            (120, 96),
            (180, 70),
            (214, 36),
            (240, 34),
            (248, 44),
        ],
        s.metal(*t),
        squash=0.18,
    )
    s.stars_on(cx - 26, b, 116, 94, 17, 8, oklch(*shaded(t, 0.5)), 0.8, 0.18)
    for y, r in ((150, 86), (84, 86)):
        s.ring(cx - 26, b, y, r, 3, oklch(*shaded(t, 0.5)), 0.8, 0.18)
    s.lathe(cx - 26, b, [(246, 36), (272, 26), (300, 12), (330, 10)], s.metal(*t))
    s.ball(cx - 26, b - 344, 17, *t)
    s.add(f'<g transform="rotate(16 {cx + 120} {b})">')
    s.tube(f"M{cx + 120},{b - 20}V{b - 250}", 13, *t)
    s.ball(cx + 120, b - 262, 15, *t)
    s.line(f"M{cx + 120},{b - 60}V{b - 8}", oklch(0.2, 0.01, 265), 12)
    s.add("</g>")


@motif(contact=140, w=205)
def mirror(s, b, cx):
    t = tone(s, BRASS, (0.46, 0.07, 52), CREAM, ROSE)
    s.lathe(
        cx,
        b,
        [(0, 116), (10, 122), (28, 60), (70, 18), (120, 14)],
        s.metal(*t) if t == BRASS else s.matte(*t),
        squash=0.2,
    )
    y = b - 290
    s.oval(cx + 7, y + 4, 170, 178, shaded(t, 0.5), cast=True)
    s.oval(cx, y, 168, 176, t)
    glass = ring_of(cx, y, 142, 150)
    fill = s.lin(
        [(0, oklch(0.95, 0.015, 230)), (0.5, oklch(0.80, 0.03, 235)), (1, oklch(0.90, 0.02, 60))],
        0,
        0,
        1,
        1,
    )
    s.add(f'<path d="{glass}" fill="{fill}"/><g {s.clip(glass)}>')
    s.flat(f"M{cx - 150},{y + 60}L{cx + 30},{y - 160}h70L{cx - 110},{y + 130}Z", "#fff", 0.35)
    s.flat(f"M{cx - 20},{y + 150}L{cx + 150},{y - 60}v34L{cx + 10},{y + 150}Z", "#fff", 0.25)
    s.add("</g>")
    for k in range(16):
        s.add(f'<g transform="rotate({k * 22.5} {cx} {y})">')
        s.emblem(cx, y - 160, 9, shaded(t, 0.6))
        s.add("</g>")


@motif(contact=90, w=170)
def lipstick(s, b, cx):
    t, case = (
        tone(s, (0.50, 0.17, 20), (0.62, 0.12, 25), (0.46, 0.12, 5), (0.60, 0.09, 40)),
        tone(s, BRASS, NIGHT, CREAM),
    )
    for dx, dy, is_open in ((84, -20, False), (-60, 6, True)):
        x, y = cx + dx, b + dy
        m = s.metal(*case) if case == BRASS else s.glaze(*case)
        s.lathe(x, y, [(0, 52), (6, 56), (6, 56), (130, 56), (134, 52)], m)
        if is_open:
            s.lathe(x, y, [(132, 44), (190, 44)], s.metal(*BRASS))
            s.lathe(x, y, [(190, 36), (270, 36)], s.glaze(*t))
            s.face(
                (
                    f"M{x - 36},{y - 266}L{x + 36},{y - 266}L{x + 36},{y - 320}Q{x + 10},{y - 350} "
                    f"{x - 36},{y - 280}Z"
                ),
                lit(t, 0.04),
                1,
                0.6,
            )
        else:
            s.lathe(x, y, [(134, 54), (290, 54), (296, 46)], m)
        s.emblem(x - 6, y - 66, 20, BRASS if case != BRASS else NIGHT)


@motif(contact=110, w=190)
def siwak(s, b, cx):
    """Tooth-sticks in their holder."""
    for k, dx in enumerate((-40, 0, 40)):
        s.add(f'<g transform="rotate({dx * 0.2} {cx + dx} {b})">')
        c = (0.62 - k * 0.03, 0.07, 66)
        s.block(cx + dx - 16, b - 420 + k * 26, 32, 330, c, r=12)
        for j in range(6):
            s.line(f"M{cx + dx - 13 + j * 5},{b - 396 + k * 26}v-40", oklch(0.88, 0.05, 82), 4)
        s.add("</g>")
    t = tone(s, CREAM, LAPIS, CLAY)
    s.lathe(cx, b, [(0, 84), (8, 90), (8, 90), (210, 96), (216, 92)], s.glaze(*t), squash=0.17)
    s.label(cx - 60, b - 170, 112, 120)


@motif(contact=170, w=225)
def bath(s, b, cx):
    """Salt, a brush, a towel."""
    t = tone(s, ROSE, SAGE, (0.70, 0.06, 230))
    s.block(cx - 60, b - 130, 260, 60, shaded(t, 0.9), r=28)
    s.block(cx - 70, b - 66, 280, 62, t, r=30)
    s.oval(cx + 180, b - 35, 26, 28, lit(t, 0.08))
    s.oval(cx + 172, b - 100, 24, 27, lit(t, 0.06))
    s.lathe(
        cx - 110, b + 6, [(0, 84), (8, 92), (190, 92), (200, 86)], s.glass(0.92, 0.015, 210, 0.5)
    )
    s.lathe(cx - 110, b + 6, [(8, 84), (130, 84), (140, 72)], s.matte(0.94, 0.03, t[2]), cast=False)
    s.lathe(cx - 110, b + 6, [(198, 90), (204, 92), (240, 92), (246, 86)], s.matte(0.62, 0.085, 62))
    s.label(cx - 158, b - 120, 92, 92)
    s.block(cx + 10, b - 176, 170, 44, (0.66, 0.08, 64), r=20)
    for k in range(16):
        s.line(f"M{cx + 22 + k * 10},{b - 176}l{(k - 8)},-34", oklch(0.88, 0.04, 82), 6)
