"""What one serves from."""

from ...colour import BRASS, COPPER, STEEL, oklch, shaded, tone
from ...materials import glaze, metal
from ...shapes import At, Girth, Oval, around, ring_of, star
from ...solids import hoop, lathe, rod, sphere, stars_on
from ...studio import motif
from ...surfaces import face, flat, gloss, line, oval
from .stuffs import CREAM, LAPIS, TERRA


@motif(contact=120, w=200)
def teapot(s, b, cx):
    """For tea with mint."""
    t = tone(s, STEEL, BRASS, CREAM, LAPIS)
    m = metal(*t) if t in (STEEL, BRASS) else glaze(*t)
    rod(
        s,
        f"M{cx + 96},{b - 240}C{cx + 230},{b - 260} {cx + 220},{b - 100} {cx + 112},{b - 78}",
        20,
        t,
    )
    spout = (
        f"M{cx - 90},{b - 110}C{cx - 190},{b - 120} {cx - 168},{b - 240} "
        f"{cx - 236},{b - 288}L{cx - 206},{b - 296}C{cx - 150},{b - 262} "
        f"{cx - 150},{b - 196} {cx - 92},{b - 190}Z"
    )
    face(s, spout, t, 0.4, 1)
    lathe(
        s, At(cx, b), [(0, 78), (8, 84), (40, 118), (110, 138), (190, 116), (240, 76), (252, 70)], m
    )
    lathe(s, At(cx, b), [(252, 76), (260, 76), (260, 70), (292, 60), (324, 32), (336, 10)], m)
    sphere(s, cx, b - 350, 16, (BRASS if t != BRASS else STEEL))
    dark = oklch(*shaded(t, 0.55)) if t[0] > 0.5 else oklch(*BRASS)
    stars_on(s, Girth(cx, b, 116, 137), 18, 9, dark, 0.7)
    for y, r in ((162, 128), (70, 131)):
        hoop(s, Girth(cx, b, y, r), 2.5, dark, 0.7)


@motif(contact=170, w=230, plinths="none block")
def plates(s, b, cx):
    """A stack of plates, one standing behind."""
    t = tone(s, CREAM, LAPIS, (0.60, 0.05, 165), TERRA)
    trim = oklch(*BRASS) if t != CREAM else oklch(*LAPIS)
    y = b - 236
    s.shadow.append(ring_of(cx, y, 186, 186))
    oval(s, Oval(cx, y, 190, 190), t, x2=1, y2=1)
    line(s, ring_of(cx, y, 176, 176), trim, 4, 0.9)
    oval(s, Oval(cx + 2, y + 3, 122, 122), shaded(t, 0.93), x2=1, y2=1, depth=1.04)
    for px, py in around(cx, y, 150, 12):
        flat(s, star(px, py, 14), trim, 0.85)
    line(s, star(cx + 2, y + 3, 66), trim, 3.4, 0.9)
    flat(s, star(cx + 2, y + 3, 30), trim, 0.9)
    for k in range(4):
        lathe(
            s,
            At(cx + (k % 2) * 5, b + 22 - k * 17),
            [(0, 110), (6, 140), (13, 178), (15, 180)],
            glaze(*t),
            squash=0.14,
        )
    hoop(s, Girth(cx + 5, b + 22 - 51, 14, 176), 3, trim, 0.9)


@motif(contact=200, w=250, plinths="none block")
def tray(s, b, cx):
    """A round tray of metal, stood up to be seen."""
    t = tone(s, BRASS, STEEL, COPPER)
    y = b - 224
    dark = oklch(*shaded(t, 0.58))
    oval(s, Oval(cx, y, 222, 222), t, cast=True)
    oval(s, Oval(cx + 3, y + 4, 200, 200), shaded(t, 0.9), depth=1.1)
    line(s, ring_of(cx, y, 208, 208), dark, 3, 0.6)
    for r, k in ((168, 16), (116, 12)):
        for px, py in around(cx, y, r, k):
            line(s, star(px, py, 22), dark, 2.6, 0.75)
    line(s, star(cx, y, 84), dark, 4, 0.8)
    line(s, star(cx, y, 60, 0.39), dark, 3, 0.8)
    flat(s, star(cx, y, 26), dark, 0.8)
    gloss(s, f"M{cx - 190},{y - 66}A200,200 0 0 1 {cx - 40},{y - 196}", 16, 0.5, 7)
