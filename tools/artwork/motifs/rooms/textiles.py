"""A folded stack."""

from ...colour import oklch
from ...ground import plinth, stand
from ...shapes import Box, star
from ...studio import drawing

RED_BLUE = (
    (0.93, 0.012, 80),
    (0.42, 0.13, 22),
    (0.90, 0.02, 80),
    (0.36, 0.10, 262),
    (0.72, 0.10, 72),
)
GREEN = (0.62, 0.06, 150), (0.92, 0.02, 80), (0.48, 0.05, 150), (0.80, 0.05, 75), (0.95, 0.01, 80)
CLAY = (0.80, 0.06, 40), (0.52, 0.11, 30), (0.93, 0.02, 70), (0.66, 0.10, 50), (0.40, 0.07, 25)


@drawing
def textiles(s):
    plinth(s, s.rng.choice(["block", "round", "none"]), w=235, h=54)
    stuffs = s.rng.choice([RED_BLUE, GREEN, CLAY])

    def draw():
        y = s.floor_y
        for i, t in enumerate(stuffs):
            high = 62 - (i % 2) * 8
            y -= high
            _folded(s, Box(214 + (i * 7) % 17, y, 372 - (i * 11) % 26, high), t, i in (1, 3))
        _fringe(s, y)

    stand(s, draw, 195)


def _folded(s, box, t, has_stars):
    x, y, w, h, o = box.x, box.y, box.w, box.h, oklch
    s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
    stops = [
        (0, o(min(0.98, t[0] + 0.07), t[1], t[2])),
        (0.4, o(*t)),
        (1, o(t[0] * 0.58, t[1], t[2])),
    ]
    s.add(
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{h / 2.1}" '
        f'fill="{s.lin(stops, 0, 0, 0.25, 1)}"/>'
        f'<path d="M{x + 26},{y + h * 0.52}H{x + w - 8}" stroke="#000" '
        f'stroke-opacity=".22" stroke-width="3" {s.blur(1)}/>'
        f'<path d="M{x + 30},{y + h * 0.46}H{x + w - 20}" stroke="#fff" '
        'stroke-opacity=".3" stroke-width="2"/>'
    )
    if has_stars:
        ink = o(0.94, 0.03, 82) if t[0] < 0.7 else o(0.45, 0.1, 30)
        s.add(
            "".join(
                f'<path d="{star(x + 60 + k * 44, y + h * 0.26, 8)}" fill="{ink}" opacity=".85"/>'
                for k in range(6)
            )
        )


def _fringe(s, y):
    for k in range(16):
        s.add(
            f'<path d="M{496 + k * 5},{y + 40}q4,30 -2,{58 + (k * 7) % 13}" '
            f'stroke="{oklch(0.93, 0.012, 80)}" stroke-width="2.4" fill="none" '
            'opacity=".0"/>'
        )
