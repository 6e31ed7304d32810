"""A bowl of fruit."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import glaze
from ...shapes import At, Girth, star
from ...solids import hoop, lathe, sphere, stars_on
from ...studio import drawing


@drawing
def bowl(s):
    plinth(s, s.rng.choice(["block", "none", "steps"]), w=225, h=56)
    b = s.floor_y
    m = glaze(*tone(s, (0.94, 0.012, 85), (0.40, 0.11, 262), (0.62, 0.10, 45), (0.58, 0.06, 170)))
    f = s.rng.choice([(0.70, 0.16, 55), (0.50, 0.17, 22), (0.72, 0.14, 120)])

    def draw():
        for x, y, r in (
            (320, 214, 58),
            (480, 216, 60),
            (400, 246, 64),
            (356, 190, 50),
            (446, 188, 54),
        ):
            sphere(
                s,
                x,
                b - y,
                r,
                (f[0] + s.rng.uniform(-0.03, 0.03), f[1], f[2] + s.rng.uniform(-6, 6)),
            )
            s.add(
                f'<path d="{star(x - r * 0.1, b - y - r * 0.62, 7)}" fill="'
                f'{oklch(0.38, 0.06, 110)}"/>'
            )
        lathe(
            s,
            At(400, b),
            [(0, 70), (12, 74), (12, 70), (30, 92), (80, 150), (140, 184), (172, 190)],
            m,
            squash=0.06,
        )
        stars_on(s, Girth(400, b, 128, 178, 0.06), 20, 11, oklch(*BRASS), 0.9)
        hoop(s, Girth(400, b, 158, 187, 0.06), 3, oklch(*BRASS), 0.9)
        hoop(s, Girth(400, b, 100, 163, 0.06), 2.5, oklch(*BRASS), 0.8)

    # the lathe closes its top with an ellipse; the fruit sits in front of its back edge
    stand(s, draw, 100)
