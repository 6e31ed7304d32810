"""A vase with its branches."""

from ...colour import oklch, tone
from ...ground import plinth, stand
from ...materials import matte
from ...shapes import At, Girth, n
from ...solids import OPEN, hoop, lathe
from ...studio import drawing

NARROW = ((0, 62), (8, 68), (60, 108), (140, 132), (210, 112), (262, 60), (290, 42))
ROUND = ((0, 50), (8, 56), (50, 120), (110, 146), (170, 128), (204, 84), (222, 74))
PROFILES = (
    (*NARROW, (318, 48), (326, 54)),
    ((0, 80), (10, 88), (90, 104), (190, 96), (262, 52), (330, 36), (368, 44), (374, 50)),
    (*ROUND, (238, 84), (242, 88)),
)


@drawing
def vase(s):
    plinth(s, s.rng.choice(["none", "block", "steps", "round"]), w=165)
    prof = s.rng.choice(PROFILES)
    t = tone(
        s,
        (0.90, 0.02, 75),
        (0.62, 0.11, 42),
        (0.40, 0.10, 262),
        (0.50, 0.06, 150),
        (0.36, 0.03, 50),
    )
    m, b, top = matte(*t), s.floor_y, prof[-1][0]
    stem = oklch(0.52, 0.07, 95 + s.rng.randint(-30, 30))
    k = min(1, 1.75 - top / 300)
    branches = (-18, 250 * k, -110), (8, 330 * k, 30), (20, 230 * k, 120)

    def draw():
        for i, (dx, high, bend) in enumerate(branches):
            x0, y0 = 400 + dx * 0.5, b - top + 6
            curve = (x0, y0), (400 + dx, y0 - high * 0.6), (400 + dx + bend, y0 - high)
            _branch(s, curve, stem)
            _leaves(s, curve, bend, 100 + i * 8)
        lathe(s, At(400, b), prof, m, lid=OPEN)
        hoop(s, Girth(400, b, prof[3][0], prof[3][1]), 3, m.inner, 0.35)

    stand(s, draw, prof[0][1] * 1.25)


def _branch(s, curve, stem):
    (x0, y0), (x1, y1), (x2, y2) = curve
    s.add(
        f'<path d="M{x0},{y0}Q{x1},{n(y1)} {x2},{n(y2)}" '
        f'fill="none" stroke="{stem}" stroke-width="4"/>'
    )


def _leaves(s, curve, bend, hue):
    """Seven pairs along the branch."""
    (x0, y0), (x1, y1), (x2, y2) = curve
    for j in range(7):
        t = 0.42 + j * 0.09
        px = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2
        py = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2
        for side in (-1, 1):
            s.add(
                f'<ellipse cx="{n(px + side * 19)}" cy="{n(py - 10)}" rx="21" '
                f'ry="6.5" transform="rotate({side * -38 + bend * 0.12:.0f} '
                f'{n(px + side * 19)} {n(py - 10)})" fill="'
                f'{oklch(0.60 + 0.05 * side, 0.08, hue)}"/>'
            )
