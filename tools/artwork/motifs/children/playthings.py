"""To cuddle, to kick, to colour."""

from ...colour import lit, oklch, shaded, tone
from ...shapes import Box, Oval, around, ring_of, star
from ...solids import sphere
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line, oval
from .stuffs import BLUE, CORAL, CREAM, GREEN, MIX, RED, WOOD, YELLOW


@motif(contact=140, w=205)
def bear(s, b, cx):
    """A bear of cloth."""
    t, bow = (
        tone(s, (0.62, 0.075, 58), CREAM, (0.50, 0.06, 48), (0.72, 0.05, 20)),
        tone(s, BLUE, RED, GREEN),
    )
    for k in (-1, 1):
        oval(s, Oval(cx + k * 104, b - 36, 62, 44), t, cast=True)
        oval(s, Oval(cx + k * 112, b - 36, 34, 26), lit(t, 0.09))
        s.add(f'<g transform="rotate({k * -28} {cx + k * 112} {b - 176})">')
        oval(s, Oval(cx + k * 116, b - 160, 36, 78), shaded(t, 0.94), cast=False)
        s.add("</g>")
        oval(s, Oval(cx + k * 88, b - 396, 42, 42), t, cast=True)
        oval(s, Oval(cx + k * 88, b - 394, 23, 23), lit(t, 0.1))
    oval(s, Oval(cx, b - 124, 114, 124), t, cast=True)
    oval(s, Oval(cx, b - 106, 72, 84), lit(t, 0.09))
    oval(s, Oval(cx, b - 312, 116, 106), t, cast=True)
    oval(s, Oval(cx, b - 276, 56, 44), lit(t, 0.12))
    oval(s, Oval(cx, b - 296, 20, 14), (0.25, 0.02, 50))
    for k in (-1, 1):
        oval(s, Oval(cx + k * 48, b - 332, 11, 13), (0.22, 0.02, 50))
        flat(s, ring_of(cx + k * 48 - 3, b - 337, 4, 4), "#fff", 0.9)
    line(s, f"M{cx - 20},{b - 262}q20,18 40,0M{cx},{b - 284}v14", oklch(0.25, 0.02, 50), 4)
    face(s, f"M{cx - 8},{b - 214}l-70,-30v66Zm16,0l70,-30v66Z", bow, 1, 0.5)
    sphere(s, cx, b - 214, 18, bow)


@motif(contact=150, w=220)
def crayons(s, b, cx):
    """Pencils in their box."""
    t = tone(s, BLUE, CORAL, GREEN, YELLOW)
    for k in range(7):
        x, top = cx - 132 + k * 44, b - 372 - (k * 37 % 50)
        c = MIX[k % 6]
        face(
            s,
            f"M{x - 19},{b - 120}V{top + 60}L{x},{top}L{x + 19},{top + 60}V{b - 120}Z",
            c,
            1,
            0,
            depth=0.6,
        )
        face(
            s,
            f"M{x - 19},{top + 60}L{x},{top}L{x + 19},{top + 60}q-10,-10 -19,0q-10,10 -19,0Z",
            WOOD,
            1,
            0,
            cast=False,
        )
        flat(s, f"M{x - 6},{top + 20}L{x},{top}L{x + 6},{top + 20}Z", oklch(*c))
    block(s, Box(cx - 164, b - 232, 328, 228), t, r=12, side=10)
    flat(s, f"M{cx - 164},{b - 232}h328v26h-328Z", oklch(*shaded(t, 0.72)), 0.6)
    emblem(s, cx, b - 110, 56, CREAM, is_line=True)
    emblem(s, cx, b - 110, 34, CREAM)


@motif(contact=150, w=215)
def ball(s, b, cx):
    """A football."""
    t = tone(s, (0.40, 0.11, 262), (0.52, 0.16, 28), (0.48, 0.09, 155), (0.30, 0.01, 265))
    y, r = b - 168, 172
    sphere(s, cx, y, r, (0.94, 0.008, 85))
    d = ring_of(cx, y, r, r)
    s.add(f"<g {s.clip(d)}>")
    flat(s, star(cx - 14, y - 10, 62), oklch(*t), 0.92)
    for px, py in around(cx - 14, y - 10, 168, 8, 0.2):
        flat(s, star(px, py, 50), oklch(*t), 0.92)
    for px, py in around(cx - 14, y - 10, 118, 8, 0.2):
        line(s, f"M{cx - 14},{y - 10}L{px},{py}", oklch(*shaded(t, 0.8)), 3, 0.5)
    fade = s.rad(
        [(0, "#fff", 0.25), (0.5, "#fff", 0), (0.51, "#000", 0), (1, "#000", 0.5)], 0.36, 0.3, 0.75
    )
    s.add(f'<path d="{d}" fill="{fade}"/></g>')
