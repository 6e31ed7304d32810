"""A box of dates."""

import math

from ...colour import oklch, tone
from ...ground import stand
from ...shapes import n, star
from ...studio import drawing
from ...surfaces import shape


@drawing
def dates(s):
    o = oklch
    s.floor_y = b = 850
    t = tone(s, (0.38, 0.10, 262), (0.60, 0.11, 45), (0.42, 0.06, 150), (0.42, 0.11, 20))

    def draw():
        x, y, w = 170, b - 190, 460
        lid = (
            f"M{x + 34},{y - 4}L{x + 70},{y - 236}Q{x + 72},{y - 246} {x + 84},"
            f"{y - 246}H{x + w - 84}Q{x + w - 72},{y - 246} {x + w - 70},{y - 236}"
            f"L{x + w - 34},{y - 4}Z"
        )
        s.shadow.append(f"M{x},{y}h{w}v{190}h{-w}Z")
        stops = [(0, o(min(0.97, t[0] + 0.10), t[1], t[2])), (1, o(t[0] * 0.75, t[1], t[2]))]
        shape(s, lid, s.lin(stops, 0, 0, 1, 0.6))
        s.add(
            f'<path d="{star(400, y - 124, 74)}" fill="none" stroke="'
            f'{o(0.82, 0.11, 82)}" stroke-width="5"/>'
            f'<path d="{star(400, y - 124, 48, math.pi / 8)}" fill="none" '
            f'stroke="{o(0.82, 0.11, 82)}" stroke-width="4"/>'
            f'<path d="{star(400, y - 124, 20)}" fill="{o(0.82, 0.11, 82)}"/>'
        )
        tray = f"M{x + 30},{y}H{x + w - 30}L{x + w},{y + 118}H{x}Z"
        s.add(f'<path d="{tray}" fill="{o(0.93, 0.02, 82)}"/><g {s.clip(tray)}>')
        for r in range(4):
            k = 8
            yy = y + 16 + r * 30
            inset = 30 - r * 8
            ww = (w - 2 * inset) / k
            for i in range(k):
                px = x + inset + ww * (i + 0.5)
                hue, ll = 45 + s.rng.randint(-8, 10), 0.36 + s.rng.random() * 0.12
                stops = [
                    (0, o(ll + 0.24, 0.10, hue)),
                    (0.5, o(ll, 0.09, hue)),
                    (1, o(ll * 0.55, 0.06, hue)),
                ]
                s.add(
                    f'<ellipse cx="{n(px)}" cy="{n(yy)}" rx="{n(ww * 0.47)}" ry="15" '
                    f'fill="'
                    f'{s.rad(stops, 0.36, 0.26, 0.8)}"/>'
                )
        s.add("</g>")
        stops = [(0, o(min(0.97, t[0] + 0.08), t[1], t[2])), (1, o(t[0] * 0.68, t[1], t[2]))]
        s.add(
            f'<path d="M{x},{y + 118}H{x + w}V{y + 184}Q{x + w},{y + 190} '
            f'{x + w - 6},{y + 190}H{x + 6}Q{x},{y + 190} {x},{y + 184}Z" fill="'
            f'{s.lin(stops, 0, 0, 1, 0.2)}"/>'
            f'<path d="M{x},{y + 119}H{x + w}" stroke="{o(0.85, 0.10, 82)}" '
            'stroke-width="4"/>'
        )
        s.add(
            "".join(
                (
                    f'<path d="{star(x + 46 + i * 46, y + 156, 13)}" fill="'
                    f'{o(0.82, 0.11, 82)}" opacity=".9"/>'
                )
                for i in range(9)
            )
        )

    stand(s, draw, 240)
