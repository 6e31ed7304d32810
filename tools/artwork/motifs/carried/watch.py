"""A wrist watch."""

import math

from ...colour import BLACK, BRASS, STEEL, oklch, tone
from ...ground import plinth, stand
from ...shapes import n, star
from ...studio import drawing
from ...surfaces import shape


@drawing
def watch(s):
    plinth(s, s.rng.choice(["round", "block"]), w=185)
    band = tone(s, (0.40, 0.10, 262), (0.40, 0.06, 45), (0.30, 0.01, 270), (0.80, 0.03, 70))
    case = tone(s, STEEL, BRASS, BLACK)
    cx, cy = 400, s.floor_y - 225

    def draw():
        _band(s, cx, cy, band)
        _case(s, cx, cy, case)
        _dial(s, cx, cy)
        _hands(s, cx, cy)

    stand(s, draw, 80)


def _band(s, cx, cy, t):
    b, o = s.floor_y, oklch
    d = (
        f"M{cx - 62},{cy - 210}Q{cx},{cy - 232} {cx + 62},{cy - 210}L{cx + 76}"
        f",{cy}L{cx + 66},{b - 6}Q{cx},{b + 14} {cx - 66},{b - 6}L{cx - 76},"
        f"{cy}Z"
    )
    s.shadow.append(d)
    stops = [
        (0, o(t[0] * 0.7, t[1], t[2])),
        (0.28, o(min(0.95, t[0] + 0.14), t[1], t[2])),
        (0.6, o(*t)),
        (1, o(t[0] * 0.5, t[1], t[2])),
    ]
    shape(s, d, s.lin(stops, 0, 0, 1, 0))
    stops = [(0, "#000", 0.45), (0.3, "#000", 0), (0.72, "#000", 0), (1, "#000", 0.35)]
    shape(s, d, s.lin(stops))
    for k in (-1, 1):
        s.add(
            f'<path d="M{cx + k * 50},{cy - 200}V{b - 16}" stroke="#fff" '
            'stroke-opacity=".28" stroke-width="2" stroke-dasharray="7 6"/>'
        )


def _case(s, cx, cy, t):
    o = oklch
    s.add(f'<circle cx="{cx + 5}" cy="{cy + 7}" r="124" fill="#000" opacity=".28" {s.blur(8)}/>')
    stops = [
        (0, o(min(0.97, t[0] + 0.22), t[1], t[2])),
        (0.5, o(*t)),
        (1, o(t[0] * 0.4, t[1], t[2])),
    ]
    s.add(
        f'<circle cx="{cx}" cy="{cy}" r="122" fill="{s.lin(stops, 0, 0, 1, 1)}"/>'
        f'<rect x="{cx + 118}" y="{cy - 16}" width="20" height="32" rx="6" '
        f'fill="{o(t[0] * 0.7, t[1], t[2])}"/>'
    )


def _dial(s, cx, cy):
    o = oklch
    stops = [(0, o(0.30, 0.07, 266)), (1, o(0.17, 0.04, 266))]
    s.add(f'<circle cx="{cx}" cy="{cy}" r="104" fill="{s.rad(stops, 0.4, 0.35, 0.7)}"/>')
    for i in range(12):
        t = math.pi * i / 6
        s.add(
            f'<path d="M{n(cx + 84 * math.sin(t))},{n(cy - 84 * math.cos(t))}L'
            f'{n(cx + 96 * math.sin(t))},{n(cy - 96 * math.cos(t))}" stroke="'
            f'{o(0.9, 0.08, 82)}" stroke-width="{5 if i % 3 == 0 else 2.5}"/>'
        )
    s.add(
        f'<path d="{star(cx, cy, 62, math.pi / 8)}" fill="none" stroke="'
        f'{o(*BRASS)}" stroke-opacity=".6" stroke-width="2"/>'
        f'<path d="{star(cx, cy, 38)}" fill="none" stroke="{o(*BRASS)}" '
        'stroke-opacity=".6" stroke-width="2"/>'
    )


def _hands(s, cx, cy):
    """And the light on the glass above them."""
    s.add(
        f'<g stroke="#fff" stroke-linecap="round"><path d="M{cx},{cy}L'
        f'{cx - 38},{cy - 34}" stroke-width="7"/>'
        f'<path d="M{cx},{cy}L{cx + 44},{cy - 62}" stroke-width="4.5"/>'
        f'</g><circle cx="{cx}" cy="{cy}" r="7" fill="{oklch(*BRASS)}"/>'
    )
    s.add(
        f'<path d="M{cx - 86},{cy - 40}A96,96 0 0 1 {cx + 20},{cy - 94}L'
        f'{cx - 20},{cy - 20}Z" fill="#fff" opacity=".08"/>'
    )
