"""Cups, and the flask that fills them."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import glaze, metal
from ...shapes import At, Girth, n
from ...solids import OPEN, hoop, lathe, rod, sphere, stars_on
from ...studio import drawing


@drawing
def finjan(s):
    plinth(s, s.rng.choice(["none", "block", "round"]), w=250, h=54)
    m, trim = (
        glaze(*tone(s, (0.95, 0.012, 85), (0.42, 0.12, 262), (0.93, 0.02, 60), (0.50, 0.10, 160))),
        oklch(*BRASS),
    )
    b = s.floor_y

    def cup(cx, by, k):
        lathe(
            s,
            At(cx, by),
            [
                (0, 30 * k),
                (6 * k, 36 * k),
                (6 * k, 34 * k),
                (26 * k, 46 * k),
                (70 * k, 64 * k),
                (118 * k, 76 * k),
                (124 * k, 77 * k),
            ],
            m,
            squash=0.2,
            lid=OPEN,
        )
        stops = [(0, oklch(0.32, 0.06, 55)), (1, oklch(0.50, 0.09, 65))]
        s.add(
            f'<ellipse cx="{n(cx)}" cy="{n(by - 118 * k)}" rx="{n(64 * k)}" ry="'
            f'{n(10 * k)}" fill="{s.lin(stops, 0, 0, 1, 1)}"/>'
        )
        stars_on(s, Girth(cx, by, 84 * k, 67 * k, 0.2), 12 * k, 8, trim, 0.95)
        hoop(s, Girth(cx, by, 106 * k, 73 * k, 0.2), 3 * k, trim, 0.9)
        hoop(s, Girth(cx, by, 62 * k, 60 * k, 0.2), 2 * k, trim, 0.8)

    def draw():
        cup(292, b - 26, 1.02)
        cup(520, b - 22, 1.02)
        cup(404, b + 16, 1.28)

    stand(s, draw, 210, 405)


@drawing
def thermos(s):
    plinth(s, s.rng.choice(["round", "none", "block"]), w=165, h=56)
    b, cx, o = s.floor_y, 400, oklch
    t = tone(s, (0.40, 0.11, 262), (0.93, 0.014, 80), (0.50, 0.06, 155), (0.58, 0.11, 40))

    def draw():
        rod(
            s,
            f"M{cx + 92},{b - 330}C{cx + 190},{b - 330} {cx + 190},{b - 140} {cx + 98},{b - 120}",
            22,
            BRASS,
        )
        lathe(
            s,
            At(cx, b),
            [(0, 100), (8, 108), (14, 108), (14, 108), (330, 96), (350, 84), (352, 80)],
            glaze(*t),
        )
        lathe(s, At(cx, b), [(0, 110), (20, 110)], metal(*BRASS))
        lathe(
            s,
            At(cx, b),
            [(350, 84), (362, 86), (362, 80), (400, 70), (430, 40), (436, 20)],
            metal(*BRASS),
        )
        sphere(s, cx, b - 450, 18, BRASS)
        stops = [(0, o(0.92, 0.10, 84)), (1, o(0.42, 0.09, 75))]
        s.add(f'<path d="M{cx - 80},{b - 352}l-46,-30l8,-16l50,18Z" fill="{s.lin(stops)}"/>')
        stars_on(
            s,
            Girth(cx, b, 180, 102),
            26,
            6,
            o(0.84, 0.11, 82) if t[0] < 0.8 else o(0.66, 0.11, 75),
            0.95,
        )
        for y in (222, 138):
            hoop(s, Girth(cx, b, y, 101), 3, o(0.84, 0.11, 82), 0.9)

    stand(s, draw, 106)
