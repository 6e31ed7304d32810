"""A lantern and its glow."""

from ...colour import BRASS, COPPER, oklch, tone
from ...ground import plinth, stand
from ...materials import metal
from ...shapes import At, Girth, star
from ...solids import lathe, rod, sphere, stars_on
from ...studio import drawing


@drawing
def lantern(s):
    plinth(s, s.rng.choice(["round", "steps", "block"]), w=165)
    m, b, o, cx = tone(s, BRASS, COPPER, (0.34, 0.03, 70)), s.floor_y, oklch, 400

    def draw():
        mm = metal(*m)
        rod(s, f"M{cx - 44},{b - 470}A46,56 0 1 1 {cx + 44},{b - 470}", 11, m)
        lathe(s, At(cx, b), [(0, 104), (10, 110), (10, 110), (34, 96), (48, 92)], mm)
        g = (
            f"M{cx - 92},{b - 48}L{cx - 108},{b - 180}L{cx - 80},{b - 322}H"
            f"{cx + 80}L{cx + 108},{b - 180}L{cx + 92},{b - 48}Z"
        )
        s.shadow.append(g)
        stops = [(0, o(0.97, 0.09, 90)), (0.45, o(0.84, 0.14, 72)), (1, o(0.56, 0.13, 50))]
        s.add(f'<path d="{g}" fill="{s.rad(stops, 0.5, 0.6, 0.62)}"/><g {s.clip(g)}>')
        for xx in range(-3, 4):
            for yy in range(6):
                px, py = cx + xx * 48 * (1 - abs(yy - 2.6) * 0.03), b - 70 - yy * 48
                s.add(
                    f'<path d="{star(px, py, 25)}" fill="none" stroke="'
                    f'{o(m[0] * 0.5, m[1], m[2])}" stroke-width="4"/>'
                )
        s.add("</g>")
        for x0, x1, x2 in ((-92, -108, -80), (-34, -40, -30), (34, 40, 30), (92, 108, 80)):
            rod(s, f"M{cx + x0},{b - 48}L{cx + x1},{b - 180}L{cx + x2},{b - 322}", 9, m)
        lathe(
            s,
            At(cx, b),
            [
                (320, 94),
                (334, 92),
                (334, 86),
                (372, 82),
                (404, 60),
                (428, 30),
                (448, 20),
                (456, 24),
            ],
            mm,
        )
        stars_on(s, Girth(cx, b, 362, 83), 12, 8, o(0.93, 0.13, 85), 0.95)
        sphere(s, cx, b - 468, 13, m)
        stops = [(0, o(0.9, 0.13, 75), 0.38), (1, o(0.9, 0.13, 75), 0)]
        s.add(f'<ellipse cx="{cx}" cy="{b - 190}" rx="240" ry="260" fill="{s.rad(stops)}"/>')

    stand(s, draw, 108)
    s.add(
        f'<ellipse cx="{cx}" cy="{b + 14}" rx="270" ry="40" fill="'
        f'{o(0.9, 0.13, 75)}" opacity=".22" {s.blur(18)}/>'
    )
