"""A box of dates."""

import math

from ...colour import oklch, tone
from ...ground import stand
from ...shapes import n, star
from ...studio import drawing
from ...surfaces import shape

GILT = (0.82, 0.11, 82)
LEFT, WIDE = 170, 460


@drawing
def dates(s):
    s.floor_y = 850
    t = tone(s, (0.38, 0.10, 262), (0.60, 0.11, 45), (0.42, 0.06, 150), (0.42, 0.11, 20))
    y = s.floor_y - 190

    def draw():
        _lid(s, y, t)
        _fruit(s, y)
        _front(s, y, t)

    stand(s, draw, 240)


def _lid(s, y, t):
    x, w, gilt = LEFT, WIDE, oklch(*GILT)
    lid = (
        f"M{x + 34},{y - 4}L{x + 70},{y - 236}Q{x + 72},{y - 246} {x + 84},"
        f"{y - 246}H{x + w - 84}Q{x + w - 72},{y - 246} {x + w - 70},{y - 236}"
        f"L{x + w - 34},{y - 4}Z"
    )
    s.shadow.append(f"M{x},{y}h{w}v{190}h{-w}Z")
    stops = [(0, oklch(min(0.97, t[0] + 0.10), t[1], t[2])), (1, oklch(t[0] * 0.75, t[1], t[2]))]
    shape(s, lid, s.lin(stops, 0, 0, 1, 0.6))
    s.add(
        f'<path d="{star(400, y - 124, 74)}" fill="none" stroke="{gilt}" stroke-width="5"/>'
        f'<path d="{star(400, y - 124, 48, math.pi / 8)}" fill="none" '
        f'stroke="{gilt}" stroke-width="4"/>'
        f'<path d="{star(400, y - 124, 20)}" fill="{gilt}"/>'
    )


def _fruit(s, y):
    """Four rows of eight."""
    x, w, many = LEFT, WIDE, 8
    tray = f"M{x + 30},{y}H{x + w - 30}L{x + w},{y + 118}H{x}Z"
    s.add(f'<path d="{tray}" fill="{oklch(0.93, 0.02, 82)}"/><g {s.clip(tray)}>')
    for row in range(4):
        inset = 30 - row * 8
        wide = (w - 2 * inset) / many
        for i in range(many):
            _date(s, x + inset + wide * (i + 0.5), y + 16 + row * 30, wide)
    s.add("</g>")


def _date(s, cx, cy, wide):
    hue, light = 45 + s.rng.randint(-8, 10), 0.36 + s.rng.random() * 0.12
    stops = [
        (0, oklch(light + 0.24, 0.10, hue)),
        (0.5, oklch(light, 0.09, hue)),
        (1, oklch(light * 0.55, 0.06, hue)),
    ]
    s.add(
        f'<ellipse cx="{n(cx)}" cy="{n(cy)}" rx="{n(wide * 0.47)}" ry="15" '
        f'fill="{s.rad(stops, 0.36, 0.26, 0.8)}"/>'
    )


def _front(s, y, t):
    x, w = LEFT, WIDE
    stops = [(0, oklch(min(0.97, t[0] + 0.08), t[1], t[2])), (1, oklch(t[0] * 0.68, t[1], t[2]))]
    s.add(
        f'<path d="M{x},{y + 118}H{x + w}V{y + 184}Q{x + w},{y + 190} '
        f'{x + w - 6},{y + 190}H{x + 6}Q{x},{y + 190} {x},{y + 184}Z" fill="'
        f'{s.lin(stops, 0, 0, 1, 0.2)}"/>'
        f'<path d="M{x},{y + 119}H{x + w}" stroke="{oklch(0.85, 0.10, 82)}" '
        'stroke-width="4"/>'
    )
    s.add(
        "".join(
            f'<path d="{star(x + 46 + i * 46, y + 156, 13)}" fill="{oklch(*GILT)}" opacity=".9"/>'
            for i in range(9)
        )
    )
