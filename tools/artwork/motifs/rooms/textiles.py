"""A folded stack."""

from ...colour import oklch
from ...ground import plinth, stand
from ...shapes import star
from ...studio import drawing


@drawing
def textiles(s):
    plinth(s, s.rng.choice(["block", "round", "none"]), w=235, h=54)
    b, o = s.floor_y, oklch
    sets = s.rng.choice(
        [
            [
                (0.93, 0.012, 80),
                (0.42, 0.13, 22),
                (0.90, 0.02, 80),
                (0.36, 0.10, 262),
                (0.72, 0.10, 72),
            ],
            [
                (0.62, 0.06, 150),
                (0.92, 0.02, 80),
                (0.48, 0.05, 150),
                (0.80, 0.05, 75),
                (0.95, 0.01, 80),
            ],
            [
                (0.80, 0.06, 40),
                (0.52, 0.11, 30),
                (0.93, 0.02, 70),
                (0.66, 0.10, 50),
                (0.40, 0.07, 25),
            ],
        ]
    )

    def draw():
        y = b
        for i, c in enumerate(sets):
            hh = 62 - (i % 2) * 8
            x, w = 214 + (i * 7) % 17, 372 - (i * 11) % 26
            y -= hh
            s.shadow.append(f"M{x},{y}h{w}v{hh}h{-w}Z")
            stops = [
                (0, o(min(0.98, c[0] + 0.07), c[1], c[2])),
                (0.4, o(*c)),
                (1, o(c[0] * 0.58, c[1], c[2])),
            ]
            s.add(
                f'<rect x="{x}" y="{y}" width="{w}" height="{hh}" rx="{hh / 2.1}" '
                f'fill="'
                f'{s.lin(stops, 0, 0, 0.25, 1)}"/>'
                f'<path d="M{x + 26},{y + hh * 0.52}H{x + w - 8}" stroke="#000" '
                f'stroke-opacity=".22" stroke-width="3" {s.blur(1)}/>'
                f'<path d="M{x + 30},{y + hh * 0.46}H{x + w - 20}" stroke="#fff" '
                'stroke-opacity=".3" stroke-width="2"/>'
            )
            if i in (1, 3):
                s.add(
                    "".join(
                        (
                            f'<path d="{star(x + 60 + k * 44, y + hh * 0.26, 8)}" fill="'
                            + (o(0.94, 0.03, 82) if c[0] < 0.7 else o(0.45, 0.1, 30))
                            + '" opacity=".85"/>'
                        )
                        for k in range(6)
                    )
                )
        x = 300
        for k in range(16):
            s.add(
                f'<path d="M{x + 196 + k * 5},{y + 40}q4,30 -2,{58 + (k * 7) % 13}" '
                f'stroke="{o(0.93, 0.012, 80)}" stroke-width="2.4" fill="none" '
                'opacity=".0"/>'
            )

    stand(s, draw, 195)
