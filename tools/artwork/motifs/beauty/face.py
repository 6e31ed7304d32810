"""For the face: oil, colour, kohl."""

from ...colour import BRASS, STEEL, lit, oklch, shaded, tone
from ...materials import glass, glaze, matte, metal
from ...shapes import At, Box, Girth
from ...solids import hoop, lathe, rod, sphere, stars_on
from ...studio import motif
from ...surfaces import emblem, face, gloss, label, line
from .stuffs import CREAM

NIGHT = (0.30, 0.02, 265)
AMBER = (0.58, 0.12, 55)


@motif(contact=100, w=180)
def dropper(s, b, cx):
    """Oil or serum in a dark bottle."""
    t = tone(s, AMBER, (0.40, 0.08, 262), (0.46, 0.07, 155), (0.80, 0.05, 70))
    lathe(
        s,
        At(cx, b),
        [(0, 84), (10, 92), (18, 92), (18, 92), (190, 92), (222, 76), (240, 40), (256, 38)],
        glass(*t, 0.9),
    )
    lathe(s, At(cx, b), [(254, 44), (260, 46), (300, 46), (306, 36)], metal(*BRASS))
    lathe(
        s,
        At(cx, b),
        [(304, 26), (330, 32), (372, 30), (400, 22), (412, 8)],
        matte(*tone(s, NIGHT, CREAM)),
    )
    label(s, Box(cx - 58, b - 168, 108, 122))
    gloss(s, f"M{cx - 70},{b - 186}V{b - 30}", 9, 0.5, 3)


@motif(contact=90, w=170)
def kohl(s, b, cx):
    """A kohl pot and its stick."""
    t = tone(s, BRASS, STEEL, (0.60, 0.11, 46))
    lathe(
        s,
        At(cx - 26, b),
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
        metal(*t),
        squash=0.18,
    )
    stars_on(s, Girth(cx - 26, b, 116, 94, 0.18), 17, 8, oklch(*shaded(t, 0.5)), 0.8)
    for y, r in ((150, 86), (84, 86)):
        hoop(s, Girth(cx - 26, b, y, r, 0.18), 3, oklch(*shaded(t, 0.5)), 0.8)
    lathe(s, At(cx - 26, b), [(246, 36), (272, 26), (300, 12), (330, 10)], metal(*t))
    sphere(s, cx - 26, b - 344, 17, t)
    s.add(f'<g transform="rotate(16 {cx + 120} {b})">')
    rod(s, f"M{cx + 120},{b - 20}V{b - 250}", 13, t)
    sphere(s, cx + 120, b - 262, 15, t)
    line(s, f"M{cx + 120},{b - 60}V{b - 8}", oklch(0.2, 0.01, 265), 12)
    s.add("</g>")


@motif(contact=90, w=170)
def lipstick(s, b, cx):
    t, case = (
        tone(s, (0.50, 0.17, 20), (0.62, 0.12, 25), (0.46, 0.12, 5), (0.60, 0.09, 40)),
        tone(s, BRASS, NIGHT, CREAM),
    )
    for dx, dy, is_open in ((84, -20, False), (-60, 6, True)):
        x, y = cx + dx, b + dy
        m = metal(*case) if case == BRASS else glaze(*case)
        lathe(s, At(x, y), [(0, 52), (6, 56), (6, 56), (130, 56), (134, 52)], m)
        if is_open:
            lathe(s, At(x, y), [(132, 44), (190, 44)], metal(*BRASS))
            lathe(s, At(x, y), [(190, 36), (270, 36)], glaze(*t))
            face(
                s,
                (
                    f"M{x - 36},{y - 266}L{x + 36},{y - 266}L{x + 36},{y - 320}Q{x + 10},{y - 350} "
                    f"{x - 36},{y - 280}Z"
                ),
                lit(t, 0.04),
                1,
                0.6,
            )
        else:
            lathe(s, At(x, y), [(134, 54), (290, 54), (296, 46)], m)
        emblem(s, x - 6, y - 66, 20, BRASS if case != BRASS else NIGHT)
