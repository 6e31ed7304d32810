"""Books, one of them upright."""

from ...colour import oklch, tone
from ...ground import plinth, stand
from ...shapes import Box, arch, star
from ...studio import drawing


@drawing
def book(s):
    plinth(s, s.rng.choice(["none", "block"]), w=220, h=44)
    t = tone(s, (0.38, 0.11, 262), (0.42, 0.12, 20), (0.42, 0.06, 150), (0.60, 0.11, 50))
    lying = (0, 380, 50, (0.88, 0.03, 80)), (-14, 350, 42, (0.62, 0.10, 45)), (10, 366, 46, t)

    def draw():
        y = s.floor_y
        for dx, w, h, stuff in lying:
            y -= h
            _lying(s, Box(400 - w / 2 + dx, y, w, h), stuff)
        _upright(s, t)

    stand(s, draw, 200)


def _lying(s, box, t):
    x, y, w, h, o = box.x, box.y, box.w, box.h, oklch
    is_dark = t[0] < 0.7
    s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
    stops = [(0, o(min(0.97, t[0] + 0.09), t[1], t[2])), (1, o(t[0] * 0.62, t[1], t[2]))]
    s.add(
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="7" fill="'
        f'{s.lin(stops, 0, 0, 1, 0.3)}"/>'
        f'<path d="M{x + 8},{y + h - 1}h{w - 16}" stroke="#000" '
        'stroke-opacity=".35" stroke-width="3"/>'
        f'<path d="{star(x + 44, y + h / 2, h * 0.26)}" fill="'
        f'{o(0.85, 0.10, 82) if is_dark else o(0.5, 0.1, 45)}"/>'
        f'<path d="M{x + 78},{y + h / 2}h{w * 0.3}" stroke="'
        f'{o(0.95, 0.03, 82) if is_dark else o(0.4, 0.05, 45)}" '
        'stroke-opacity=".7" stroke-width="5"/>'
    )


def _upright(s, t):
    o = oklch
    y0, x, w, h = s.floor_y - 138, 286, 226, 318
    y = y0 - h
    s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
    gate = arch(x + w / 2 + 8, y + 58, 66, y + 236, "pointed")
    stops = [(0, o(min(0.97, t[0] + 0.12), t[1], t[2])), (1, o(t[0] * 0.78, t[1], t[2]))]
    s.add(
        f'<g transform="rotate(3 400 {y0})"><path d="M{x + w},{y + 4}l22,8v'
        f'{h - 14}l-22,6Z" fill="{o(0.93, 0.015, 85)}"/>'
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="5" fill="'
        f'{s.lin(stops, 0, 0, 1, 0.7)}"/>'
        f'<rect x="{x + 14}" y="{y}" width="4" height="{h}" fill="#000" '
        'opacity=".18"/>'
        f'<path d="{gate}" fill="{o(0.80, 0.11, 78)}"/>'
        f'<path d="{star(x + w / 2 + 8, y + 160, 40)}" fill="'
        f'{o(t[0] * 0.8, t[1], t[2])}"/>'
        f'<path d="{star(x + w / 2 + 8, y + 160, 19)}" fill="{o(0.93, 0.05, 82)}"/>'
        f'<path d="M{x + 56},{y + 266}h{w - 96}M{x + 80},{y + 286}h{w - 144}'
        f'" stroke="{o(0.95, 0.03, 82)}" stroke-width="6" '
        'stroke-linecap="round"/>'
        "</g>"
    )
