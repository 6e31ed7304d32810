"""What one cooks in."""

from ...colour import BLACK, BRASS, COPPER, STEEL, oklch, shaded, tone
from ...materials import glaze, matte, metal
from ...shapes import At, Girth, Oval, ring_of
from ...solids import OPEN, hoop, lathe, rod, sphere, stars_on
from ...studio import motif
from ...surfaces import emblem, gloss, line, oval
from .stuffs import CREAM, LAPIS, LIGHT_WOOD, TERRA, WALNUT

OLIVE = (0.52, 0.06, 125)
RED = (0.50, 0.15, 26)
NIGHT = (0.30, 0.015, 265)


@motif(contact=160, w=230)
def pot(s, b, cx):
    """A cooking pot with two ears and a lid."""
    t = tone(s, RED, LAPIS, CREAM, OLIVE, STEEL)
    m = metal(*t) if t == STEEL else glaze(*t)
    for k in (-1, 1):
        x = cx + k * 168
        rod(s, f"M{x},{b - 150}C{x + k * 52},{b - 160} {x + k * 52},{b - 96} {x},{b - 106}", 20, t)
    lathe(
        s,
        At(cx, b),
        [(0, 140), (10, 158), (30, 168), (30, 168), (176, 172), (182, 174)],
        m,
        squash=0.16,
    )
    lathe(
        s,
        At(cx, b),
        [(182, 178), (192, 178), (192, 172), (222, 140), (244, 84), (252, 26)],
        m,
        squash=0.16,
    )
    lathe(s, At(cx, b), [(250, 14), (262, 12)], metal(*BRASS))
    sphere(s, cx, b - 276, 20, (BRASS if t != STEEL else BLACK))
    hoop(s, Girth(cx, b, 174, 173, 0.16), 4, oklch(*shaded(t, 0.55)), 0.7)
    emblem(s, cx - 20, b - 92, 26, BRASS if t != STEEL else (0.5, 0.02, 260))


@motif(contact=150, w=240)
def pan(s, b, cx):
    """A frying pan that leans against the wall."""
    t, grip = tone(s, NIGHT, COPPER, STEEL, OLIVE), tone(s, WALNUT, LIGHT_WOOD, BLACK)
    y = b - 214
    s.shadow.append(ring_of(cx - 40, y, 206, 206))
    rod(s, f"M{cx + 92},{y - 132}L{cx + 196},{y - 282}", 30, grip)
    line(s, f"M{cx + 84},{y - 122}L{cx + 106},{y - 154}", oklch(*STEEL), 24)
    oval(s, Oval(cx - 40, y, 208, 208), t, x2=1, y2=1)
    oval(s, Oval(cx - 40, y, 188, 188), shaded(t, 0.62), x2=1, y2=1, depth=1.35)
    oval(s, Oval(cx - 38, y + 3, 160, 160), shaded(t, 0.74), x2=1, y2=1, depth=1.2)
    gloss(s, f"M{cx - 178},{y - 60}A150,150 0 0 1 {cx - 70},{y - 146}", 9, 0.45, 4)
    for r in (60, 104):
        line(s, ring_of(cx - 38, y + 3, r, r), oklch(*shaded(t, 0.9)), 1.6, 0.5)


@motif(contact=150, w=220)
def tagine(s, b, cx):
    """A clay dish under its cone."""
    t = tone(s, TERRA, LAPIS, CREAM, (0.50, 0.07, 165))
    m, trim = glaze(*t), oklch(0.88, 0.06, 82) if t[0] < 0.8 else oklch(*LAPIS)
    lathe(s, At(cx, b), [(0, 104), (10, 116), (52, 172), (76, 186), (86, 188)], m, squash=0.17)
    lathe(
        s,
        At(cx, b),
        [(86, 168), (92, 170), (140, 146), (220, 82), (290, 44), (322, 30)],
        m,
        squash=0.16,
    )
    lathe(s, At(cx, b), [(320, 34), (338, 46), (356, 40), (364, 16)], m, squash=0.16)
    stars_on(s, Girth(cx, b, 132, 150, 0.16), 20, 9, trim, 0.9)
    for y, r in ((100, 168), (176, 114)):
        hoop(s, Girth(cx, b, y, r, 0.16), 3.4, trim, 0.85)
    hoop(s, Girth(cx, b, 70, 183, 0.17), 3, trim, 0.8)


@motif(contact=120, w=200)
def mortar(s, b, cx):
    """Mortar and pestle."""
    t = tone(s, BRASS, (0.80, 0.012, 80), (0.42, 0.03, 60))
    m = metal(*t) if t == BRASS else matte(*t)
    rod(s, f"M{cx + 30},{b - 190}L{cx + 138},{b - 418}", 34, t)
    sphere(s, cx + 142, b - 424, 26, t)
    lathe(
        s,
        At(cx, b),
        [(0, 92), (16, 100), (28, 84), (60, 104), (140, 140), (206, 158), (214, 160)],
        m,
        squash=0.18,
        lid=OPEN,
    )
    hoop(s, Girth(cx, b, 196, 155, 0.18), 3, oklch(*shaded(t, 0.6)), 0.7)
    stars_on(s, Girth(cx, b, 124, 132, 0.18), 20, 9, oklch(*shaded(t, 0.6)), 0.6)
