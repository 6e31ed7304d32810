"""What stands plugged in on a desk."""

from ...colour import BRASS, oklch, shaded, tone
from ...shapes import Oval, ring_of, rounded, star
from ...solids import rod
from ...studio import motif
from ...surfaces import emblem, face, flat, knob, line, oval
from .stuffs import IVORY, LAPIS, NIGHT, SAGE, SPACE, WHITE


@motif(contact=220, w=255, plinths="none block")
def keyboard(s, b, cx):
    t, cap = tone(s, SPACE, IVORY, LAPIS), tone(s, IVORY, WHITE, (0.34, 0.02, 265))
    d = (
        f"M{cx - 236},{b - 6}L{cx - 190},{b - 160}q4,-12 16,-12H{cx + 174}"
        f"q12,0 16,12L{cx + 236},{b - 6}q2,14 -14,14H{cx - 222}q-16,0 "
        "-14,-14Z"
    )
    face(s, d, t, 1, 0.6)
    for row in range(5):
        y, spread = b - 148 + row * 29, 0.80 + row * 0.046
        for k in range(12):
            w = 31 * spread
            x = cx - 6 * w - 22 * spread + k * (w + 4 * spread)
            c = cap if (k, row) not in ((0, 0), (11, 2), (5, 4)) else (0.72, 0.14, 60)
            if row == 4 and 3 < k < 8:
                continue
            face(s, rounded(x, y, w, 24, 6), c, 0.6, 1, cast=False, depth=0.78)
        if row == 4:
            face(s, rounded(cx - 76, y, 150, 24, 6), cap, 0.6, 1, cast=False, depth=0.78)


@motif(contact=150, w=220)
def router(s, b, cx):
    t = tone(s, WHITE, NIGHT, SAGE)
    for dx in (-124, 0, 124):
        rod(s, f"M{cx + dx * 0.9},{b - 90}L{cx + dx * 1.2},{b - 350}", 22, shaded(t, 0.9))
    face(
        s,
        f"M{cx - 214},{b - 6}L{cx - 180},{b - 116}q4,-14 20,-14h320q16,0 20,14L{cx + 214},{b - 6}Z",
        t,
        1,
        0.5,
    )
    face(s, rounded(cx - 218, b - 40, 436, 44, 18), shaded(t, 0.9), 1, 0.3, cast=False)
    for k in range(5):
        flat(s, ring_of(cx - 60 + k * 30, b - 18, 5, 5), oklch(0.78, 0.16, 150 if k < 4 else 60))
    emblem(s, cx, b - 84, 22, shaded(t, 0.7), is_line=True)


@motif(contact=130, w=200)
def clock(s, b, cx):
    """A clock that stands on a shelf."""
    t = tone(s, (0.46, 0.07, 52), IVORY, NIGHT, BRASS)
    y = b - 196
    for k in (-1, 1):
        rod(s, f"M{cx + k * 92},{b - 50}L{cx + k * 122},{b - 4}", 20, t)
    oval(s, Oval(cx + 8, y + 4, 186, 186), shaded(t, 0.5), cast=True)
    oval(s, Oval(cx, y, 184, 184), t)
    oval(s, Oval(cx, y, 158, 158), (0.965, 0.012, 85), depth=0.86)
    for k in range(12):
        s.add(f'<g transform="rotate({k * 30} {cx} {y})">')
        flat(
            s,
            star(cx, y - 132, 12 if k % 3 else 18),
            oklch(*(BRASS if k % 3 else (0.36, 0.09, 262))),
        )
        s.add("</g>")
    line(s, f"M{cx},{y}L{cx - 58},{y - 50}", oklch(0.25, 0.03, 262), 11)
    line(s, f"M{cx},{y}L{cx + 54},{y - 92}", oklch(0.25, 0.03, 262), 7)
    knob(s, cx, y, 10, BRASS)
