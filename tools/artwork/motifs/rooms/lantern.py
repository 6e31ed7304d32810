"""A lantern and its glow."""

from ...colour import BRASS, COPPER, oklch, tone
from ...ground import plinth, stand
from ...materials import metal
from ...shapes import At, Girth, star
from ...solids import lathe, rod, sphere, stars_on
from ...studio import drawing

FOOT = ((0, 104), (10, 110), (10, 110), (34, 96), (48, 92))
ROOF = ((320, 94), (334, 92), (334, 86), (372, 82), (404, 60), (428, 30), (448, 20), (456, 24))
BARS = ((-92, -108, -80), (-34, -40, -30), (34, 40, 30), (92, 108, 80))


@drawing
def lantern(s):
    plinth(s, s.rng.choice(["round", "steps", "block"]), w=165)
    t = tone(s, BRASS, COPPER, (0.34, 0.03, 70))
    at, shine = At(400, s.floor_y), oklch(0.9, 0.13, 75)

    def draw():
        rod(s, f"M{at.x - 44},{at.y - 470}A46,56 0 1 1 {at.x + 44},{at.y - 470}", 11, t)
        lathe(s, at, FOOT, metal(*t))
        _panes(s, at, t)
        lathe(s, at, ROOF, metal(*t))
        stars_on(s, Girth(at.x, at.y, 362, 83), 12, 8, oklch(0.93, 0.13, 85), 0.95)
        sphere(s, at.x, at.y - 468, 13, t)
        glow = s.rad([(0, shine, 0.38), (1, shine, 0)])
        s.add(f'<ellipse cx="{at.x}" cy="{at.y - 190}" rx="240" ry="260" fill="{glow}"/>')

    stand(s, draw, 108)
    s.add(
        f'<ellipse cx="{at.x}" cy="{at.y + 14}" rx="270" ry="40" fill="'
        f'{shine}" opacity=".22" {s.blur(18)}/>'
    )


def _panes(s, at, t):
    """Lit glass behind a lattice of stars, between four bars."""
    cx, b, o = at.x, at.y, oklch
    d = (
        f"M{cx - 92},{b - 48}L{cx - 108},{b - 180}L{cx - 80},{b - 322}H"
        f"{cx + 80}L{cx + 108},{b - 180}L{cx + 92},{b - 48}Z"
    )
    s.shadow.append(d)
    stops = [(0, o(0.97, 0.09, 90)), (0.45, o(0.84, 0.14, 72)), (1, o(0.56, 0.13, 50))]
    s.add(f'<path d="{d}" fill="{s.rad(stops, 0.5, 0.6, 0.62)}"/><g {s.clip(d)}>')
    for x in range(-3, 4):
        for y in range(6):
            px, py = cx + x * 48 * (1 - abs(y - 2.6) * 0.03), b - 70 - y * 48
            s.add(
                f'<path d="{star(px, py, 25)}" fill="none" stroke="'
                f'{o(t[0] * 0.5, t[1], t[2])}" stroke-width="4"/>'
            )
    s.add("</g>")
    for x0, x1, x2 in BARS:
        rod(s, f"M{cx + x0},{b - 48}L{cx + x1},{b - 180}L{cx + x2},{b - 322}", 9, t)
