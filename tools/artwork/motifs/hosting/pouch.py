"""A bag of beans."""

import math

from ...colour import oklch, tone
from ...ground import plinth, stand
from ...shapes import star
from ...studio import drawing
from ...surfaces import shape


@drawing
def pouch(s):
    plinth(s, s.rng.choice(["none", "round", "block"]), w=195, h=52)
    t = tone(
        s,
        (0.36, 0.04, 55),
        (0.38, 0.10, 262),
        (0.86, 0.03, 78),
        (0.48, 0.07, 150),
        (0.56, 0.12, 40),
    )
    y = s.floor_y - 396

    def draw():
        _bag(s, y, t)
        _seal(s, y, t)
        _paper(s, y, t)

    stand(s, draw, 152)


def _bag(s, y, t):
    b, o = s.floor_y, oklch
    d = (
        f"M272,{y}H528L536,{y + 60}Q560,{y + 200} 552,{b - 20}Q548,{b} 520,{b}"
        f"H280Q252,{b} 248,{b - 20}Q240,{y + 200} 264,{y + 60}Z"
    )
    s.shadow.append(d)
    stops = [
        (0, o(t[0] * 0.74, t[1], t[2])),
        (0.20, o(min(0.97, t[0] + 0.10), t[1], t[2])),
        (0.5, o(*t)),
        (0.8, o(t[0] * 0.72, t[1], t[2])),
        (1, o(t[0] * 0.52, t[1], t[2])),
    ]
    shape(s, d, s.lin(stops, 0, 0, 1, 0))
    s.add(
        f'<g {s.clip(d)}><path d="M300,{y + 50}C330,{y + 140} 280,{y + 260} 306,{b}'
        '" stroke="#fff" stroke-opacity=".30" stroke-width="16" '
        f'fill="none" {s.blur(7)}/>'
        f'<path d="M508,{y + 50}C470,{y + 150} 524,{y + 270} 494,{b}" '
        'stroke="#000" stroke-opacity=".30" stroke-width="20" fill="none" '
        f"{s.blur(8)}/>"
        f'<path d="M248,{b - 26}Q400,{b - 62} 552,{b - 26}V{b}H248Z" '
        'fill="#000" opacity=".14"/>'
        "</g>"
    )


def _seal(s, y, t):
    lines = "".join(
        f'<path d="M270,{y + 4 + k * 8}h260" stroke="#fff" '
        'stroke-opacity=".22" stroke-width="1.6"/>'
        for k in range(3)
    )
    s.add(
        f'<rect x="270" y="{y - 4}" width="260" height="34" rx="3" fill="'
        f'{oklch(t[0] * 0.80, t[1], t[2])}"/>{lines}'
    )


def _paper(s, y, t):
    """The label, and the hole that the bag hangs by."""
    o = oklch
    stops = [(0, o(0.975, 0.012, 85)), (1, o(0.87, 0.02, 78))]
    s.add(
        f'<rect x="310" y="{y + 112}" width="180" height="200" rx="5" fill="'
        f'{s.lin(stops, 0, 0, 1, 0.3)}"/>'
    )
    ink = o(0.42, 0.12, 262) if not 200 < t[2] < 300 else o(0.55, 0.13, 45)
    s.add(
        f'<path d="{star(400, y + 186, 48)}" fill="none" stroke="{ink}" '
        'stroke-width="5"/>'
        f'<path d="{star(400, y + 186, 30, math.pi / 8)}" fill="{ink}"/>'
        f'<path d="{star(400, y + 186, 13)}" fill="{o(0.93, 0.06, 84)}"/>'
        f'<path d="M346,{y + 262}h108M366,{y + 284}h68" stroke="'
        f'{o(0.35, 0.04, 60)}" stroke-width="6" stroke-linecap="round"/>'
        f'<circle cx="400" cy="{y + 70}" r="8" fill="#000" opacity=".35"/>'
    )
