"""A picture to put together."""

from ...colour import BRASS, lit, oklch, shaded, tone
from ...shapes import Box, ring_of, rounded
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line
from .stuffs import CREAM, WOOD


@motif(contact=190, w=240, plinths="none block")
def puzzle(s, b, cx):
    """A picture cut in nine, its last piece beside it."""
    sky, sand = tone(s, (0.60, 0.10, 250), (0.46, 0.10, 285), (0.72, 0.09, 30)), (0.78, 0.10, 75)
    x, y, w = cx - 180, b - 366, 360
    block(s, Box(x - 14, y - 14, w + 28, w + 28), WOOD, r=14, side=10)
    d = rounded(x, y, w, w, 4)
    s.add(
        f'<path d="{d}" fill="{s.lin([(0, oklch(*sky)), (1, oklch(*lit(sky, 0.22)))])}"/><g '
        f"{s.clip(d)}>"
    )
    flat(s, ring_of(x + 250, y + 104, 50, 50), oklch(0.90, 0.11, 85))
    for dx, dy, k in ((40, 300, 0), (190, 280, 1)):
        face(
            s,
            f"M{x - 60},{y + w}Q{x + dx + 60},{y + dy - 150} {x + w + 80},{y + w}Z",
            (sand[0] - k * 0.1, sand[1], sand[2]),
            1,
            0.6,
            cast=False,
        )
    face(s, f"M{x + 90},{y + 300}v-90l30,-40l30,40v90Z", CREAM, 1, 0.4, cast=False)
    emblem(s, x + 120, y + 236, 16, BRASS)
    s.add("</g>")
    ink = oklch(0.25, 0.04, 262)
    for k in (1, 2):
        p = k * w / 3
        line(
            s,
            f"M{x + p},{y}v44a15,15 0 1 1 0,30v92a15,15 0 1 0 0,30v94a15,15 0 1 1 0,30V{y + w}",
            ink,
            2.4,
            0.6,
        )
        line(
            s,
            f"M{x},{y + p}h44a15,15 0 1 0 30,0h92a15,15 0 1 1 30,0h94a15,15 0 1 0 30,0H{x + w}",
            ink,
            2.4,
            0.6,
        )
    flat(
        s,
        rounded(x + w * 2 / 3 + 3, y + w * 2 / 3 + 3, w / 3 - 6, w / 3 - 6, 3),
        oklch(*shaded(WOOD, 0.78)),
        0.9,
    )
