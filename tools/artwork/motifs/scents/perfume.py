"""A bottle of perfume."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import metal
from ...shapes import At, Box, n, star
from ...solids import lathe
from ...studio import drawing

ROUND = 26
CLEAR = [(0, "#fff", 0.45), (0.22, "#fff", 0.05), (0.72, "#000", 0), (1, "#000", 0.32)]


@drawing
def perfume(s):
    plinth(s, s.rng.choice(["round", "block", "steps"]), w=180)
    t = tone(s, (0.68, 0.13, 65), (0.55, 0.14, 25), (0.75, 0.09, 85), (0.50, 0.11, 300))
    w, h = s.rng.choice([(216, 280), (190, 330), (250, 250)])
    box = Box(400 - w / 2, s.floor_y - h, w, h)

    def draw():
        _cap(s, box)
        _liquid(s, box, t)
        _glass(s, box, t)
        _label(s, box)
        s.add(
            f'<path d="M{n(box.x + 2)},{n(s.floor_y - 14)}h{w - 4}" stroke="#fff" '
            'stroke-opacity=".5" stroke-width="3"/>'
        )

    stand(s, draw, w * 0.52)


def _cap(s, box):
    x, y, w, h = box.x, box.y, box.w, box.h
    s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
    lathe(s, At(400, y + 4), [(0, 40), (26, 40)], metal(*BRASS))
    t = tone(s, BRASS, (0.28, 0.02, 60), (0.93, 0.01, 80))
    lathe(s, At(400, y - 20), [(0, 58), (6, 60), (6, 60), (96, 60), (102, 56)], metal(*t))


def _liquid(s, box, t):
    """In its outer glass."""
    x, y, w, h = box.x, box.y, box.w, box.h
    stops = [(0, oklch(0.98, 0.01, 80), 0.92), (1, oklch(t[0] + 0.15, t[1] * 0.4, t[2]), 0.95)]
    s.add(
        f'<rect x="{n(x)}" y="{n(y)}" width="{w}" height="{h}" rx="{ROUND}" fill="{s.lin(stops)}"/>'
    )
    stops = [
        (0, oklch(t[0] + 0.14, t[1] * 0.85, t[2])),
        (0.6, oklch(*t)),
        (1, oklch(t[0] * 0.72, t[1], t[2])),
    ]
    inside = f'<rect x="{n(x + 16)}" y="{n(y + 44)}" width="{w - 32}" height="{h - 66}" '
    s.add(f'{inside}rx="{ROUND - 12}" fill="{s.lin(stops)}"/>')
    s.add(f'{inside}rx="{ROUND - 12}" fill="{s.lin(CLEAR, 0, 0, 1, 0)}"/>')


def _glass(s, box, t):
    """The lights on its edges."""
    x, y, w, h = box.x, box.y, box.w, box.h
    s.add(
        f'<rect x="{n(x + 16)}" y="{n(y + 40)}" width="{w - 32}" height="5" '
        'rx="2" fill="#fff" opacity=".55"/>'
    )
    s.add(
        f'<rect x="{n(x + 6)}" y="{n(y + 10)}" width="10" height="{h - 24}" '
        f'rx="5" fill="#fff" opacity=".85" {s.blur(1.2)}/>'
        f'<rect x="{n(x + w - 15)}" y="{n(y + 14)}" width="7" height="{h - 30}'
        f'" rx="3" fill="{oklch(t[0] * 0.5, t[1], t[2])}" opacity=".5" '
        f"{s.blur(1.5)}/>"
    )


def _label(s, box):
    w, h = box.w * 0.56, box.h * 0.36
    x, y = 400 - w / 2, box.y + box.h * 0.40
    s.add(
        f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" '
        f'rx="4" fill="{oklch(0.965, 0.014, 85)}"/>'
        f'<path d="{star(400, y + h * 0.42, h * 0.22)}" fill="none" '
        f'stroke="{oklch(0.42, 0.12, 262)}" stroke-width="4"/>'
        f'<path d="{star(400, y + h * 0.42, h * 0.10)}" fill="{oklch(*BRASS)}"/>'
        f'<path d="M{n(400 - w * 0.26)},{n(y + h * 0.80)}h{n(w * 0.52)}" '
        f'stroke="{oklch(0.42, 0.05, 262)}" stroke-width="3"/>'
    )
