"""What is worn on the head."""

from ...colour import oklch, tone
from ...materials import matte
from ...shapes import At, Girth
from ...solids import hoop, lathe, rod, stars_on
from ...studio import motif
from ...surfaces import face, flat
from .stuffs import INK, WHITE


@motif(contact=190, w=240)
def shemagh(s, b, cx):
    """Folded, in red or black check, with its cord on top."""
    t = tone(s, (0.50, 0.19, 26), INK, (0.93, 0.008, 85))
    for k in range(4):
        y, w = b - 66 - k * 52, 372 - (k % 2) * 14
        x = cx - w / 2 + (k % 2) * 10
        d = f"M{x + 20},{y}H{x + w - 6}q16,29 0,58H{x + 20}a29,29 0 0 1 0,-58Z"
        face(s, d, WHITE, 1, 0.25, depth=0.72)
        s.add(f"<g {s.clip(d)}>")
        for i in range(26):
            for j in range(3):
                if (i + j) % 2:
                    flat(s, f"M{x + i * 15},{y + j * 20 + 4}l9,0l4,10l-9,4Z", oklch(*t), 0.9)
        s.add("</g>")
    y = b - 262
    for k in (0, 1):
        rod(
            s,
            (
                f"M{cx - 92},{y - k * 22}A92,26 0 1 0 {cx + 92},{y - k * 22}A92,26 "
                f"0 1 0 {cx - 92},{y - k * 22}"
            ),
            22,
            INK,
        )


@motif(contact=190, w=240)
def caps(s, b, cx):
    """Embroidered caps, one on another."""
    t, thread = (
        tone(s, WHITE, (0.88, 0.03, 80), INK),
        tone(s, (0.80, 0.10, 82), (0.45, 0.12, 262), (0.50, 0.13, 25)),
    )
    for dx, dy in ((-96, -20), (96, 12)):
        x, y = cx + dx, b + dy
        lathe(
            s,
            At(x, y),
            [(0, 120), (6, 124), (6, 124), (96, 120), (128, 100), (146, 50), (150, 20)],
            matte(*t),
            squash=0.2,
        )
        for yy, size, many in ((32, 11, 16), (66, 13, 14), (98, 9, 16)):
            stars_on(s, Girth(x, y, yy, 121, 0.2), size, many, oklch(*thread), 0.9)
        for yy in (14, 50, 84):
            hoop(s, Girth(x, y, yy, 122, 0.2), 2.4, oklch(*thread), 0.8)
