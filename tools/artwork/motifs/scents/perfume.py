"""A bottle of perfume."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import metal
from ...shapes import At, n, star
from ...solids import lathe
from ...studio import drawing


@drawing
def perfume(s):
    plinth(s, s.rng.choice(["round", "block", "steps"]), w=180)
    liq = tone(s, (0.68, 0.13, 65), (0.55, 0.14, 25), (0.75, 0.09, 85), (0.50, 0.11, 300))
    b, o = s.floor_y, oklch
    w, h = s.rng.choice([(216, 280), (190, 330), (250, 250)])
    x, y, r = 400 - w / 2, b - h, 26

    def draw():
        s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
        lathe(s, At(400, y + 4), [(0, 40), (26, 40)], metal(*BRASS))
        lathe(
            s,
            At(400, y - 20),
            [(0, 58), (6, 60), (6, 60), (96, 60), (102, 56)],
            metal(*tone(s, BRASS, (0.28, 0.02, 60), (0.93, 0.01, 80))),
        )
        stops = [(0, o(0.98, 0.01, 80), 0.92), (1, o(liq[0] + 0.15, liq[1] * 0.4, liq[2]), 0.95)]
        s.add(
            f'<rect x="{n(x)}" y="{n(y)}" width="{w}" height="{h}" rx="{r}" fill="{s.lin(stops)}"/>'
        )
        stops = [
            (0, o(liq[0] + 0.14, liq[1] * 0.85, liq[2])),
            (0.6, o(*liq)),
            (1, o(liq[0] * 0.72, liq[1], liq[2])),
        ]
        s.add(
            f'<rect x="{n(x + 16)}" y="{n(y + 44)}" width="{w - 32}" height="'
            f'{h - 66}" rx="{r - 12}" fill="'
            f'{s.lin(stops)}"/>'
        )
        stops = [(0, "#fff", 0.45), (0.22, "#fff", 0.05), (0.72, "#000", 0), (1, "#000", 0.32)]
        s.add(
            f'<rect x="{n(x + 16)}" y="{n(y + 44)}" width="{w - 32}" height="'
            f'{h - 66}" rx="{r - 12}" fill="'
            f'{s.lin(stops, 0, 0, 1, 0)}"/>'
        )
        s.add(
            f'<rect x="{n(x + 16)}" y="{n(y + 40)}" width="{w - 32}" height="5" '
            'rx="2" fill="#fff" opacity=".55"/>'
        )
        s.add(
            f'<rect x="{n(x + 6)}" y="{n(y + 10)}" width="10" height="{h - 24}" '
            f'rx="5" fill="#fff" opacity=".85" {s.blur(1.2)}/>'
            f'<rect x="{n(x + w - 15)}" y="{n(y + 14)}" width="7" height="{h - 30}'
            f'" rx="3" fill="{o(liq[0] * 0.5, liq[1], liq[2])}" opacity=".5" '
            f"{s.blur(1.5)}/>"
        )
        lw, lh = w * 0.56, h * 0.36
        lx, ly = 400 - lw / 2, y + h * 0.40
        s.add(
            f'<rect x="{n(lx)}" y="{n(ly)}" width="{n(lw)}" height="{n(lh)}" '
            f'rx="4" fill="{o(0.965, 0.014, 85)}"/>'
            f'<path d="{star(400, ly + lh * 0.42, lh * 0.22)}" fill="none" '
            f'stroke="{o(0.42, 0.12, 262)}" stroke-width="4"/>'
            f'<path d="{star(400, ly + lh * 0.42, lh * 0.10)}" fill="{o(*BRASS)}'
            '"/>'
            f'<path d="M{n(400 - lw * 0.26)},{n(ly + lh * 0.80)}h{n(lw * 0.52)}" '
            f'stroke="{o(0.42, 0.05, 262)}" stroke-width="3"/>'
        )
        s.add(
            f'<path d="M{n(x + 2)},{n(b - 14)}h{w - 4}" stroke="#fff" '
            'stroke-opacity=".5" stroke-width="3"/>'
        )

    stand(s, draw, w * 0.52)
