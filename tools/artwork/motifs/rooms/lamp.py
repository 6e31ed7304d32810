"""A lamp for the table."""

from dataclasses import replace

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import glaze, matte, metal
from ...shapes import At, Girth
from ...solids import hoop, lathe, stars_on
from ...studio import drawing


@drawing
def lamp(s):
    plinth(s, s.rng.choice(["none", "block", "round"]), w=185, h=60)
    b, o, cx = s.floor_y, oklch, 400
    foot, shade = (
        tone(s, (0.40, 0.10, 262), (0.60, 0.11, 42), (0.92, 0.015, 80), (0.48, 0.05, 150)),
        tone(s, (0.955, 0.025, 85), (0.90, 0.05, 80)),
    )
    stops = [(0, o(0.96, 0.09, 85), 0.55), (1, o(0.96, 0.09, 85), 0)]
    s.add(f'<ellipse cx="{cx}" cy="{b - 370}" rx="330" ry="300" fill="{s.rad(stops)}"/>')

    def draw():
        lathe(
            s,
            At(cx, b),
            [(0, 76), (8, 82), (8, 82), (50, 96), (110, 84), (150, 46), (190, 26), (232, 18)],
            glaze(*foot),
        )
        lathe(s, At(cx, b), [(228, 20), (270, 14)], metal(*BRASS))
        bands = (
            (-1.1, -0.7, o(0.80, 0.08, 70), 0.5, 0.12),
            (-0.5, 0.45, o(0.99, 0.05, 92), 0.95, 0.3),
            (0.6, 1.2, o(0.70, 0.10, 62), 0.55, 0.2),
        )
        m = replace(matte(*shade), bands=bands)
        lathe(s, At(cx, b), [(258, 176), (258, 176), (452, 104)], m, squash=0.12)
        s.add(f'<ellipse cx="{cx}" cy="{b - 452}" rx="104" ry="12.5" fill="{o(0.99, 0.05, 92)}"/>')
        hoop(s, Girth(cx, b, 262, 175, 0.12), 5, o(*BRASS), 0.9)
        stars_on(s, Girth(cx, b, 290, 164, 0.12), 15, 13, o(0.72, 0.12, 70), 0.65)

    stand(s, draw, 92)
