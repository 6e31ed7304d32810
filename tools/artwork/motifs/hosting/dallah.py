"""The coffee pot of the house."""

from ...colour import BRASS, COPPER, STEEL, oklch, tone
from ...ground import plinth, stand
from ...materials import metal
from ...shapes import At, Girth
from ...solids import hoop, lathe, rod, sphere, stars_on
from ...studio import drawing
from ...surfaces import shape


@drawing
def dallah(s):
    m = tone(s, BRASS, BRASS, COPPER, STEEL)
    plinth(s, s.rng.choice(["round", "steps", "block"]))
    cx, b = 395, s.floor_y

    def draw():
        s.shadow.append(
            f"M{cx - 60},{b - 262}C{cx - 130},{b - 275} {cx - 160},{b - 330} "
            f"{cx - 205},{b - 392}C{cx - 160},{b - 385} {cx - 110},{b - 372} "
            f"{cx - 70},{b - 340}Z"
        )
        rod(
            s,
            f"M{cx + 74},{b - 326}C{cx + 215},{b - 355} {cx + 225},{b - 190} {cx + 112},{b - 96}",
            24,
            m,
        )
        d = (
            f"M{cx - 58},{b - 262}C{cx - 128},{b - 272} {cx - 160},{b - 330} "
            f"{cx - 208},{b - 396}C{cx - 160},{b - 388} {cx - 108},{b - 374} "
            f"{cx - 66},{b - 338}Z"
        )
        stops = [
            (0, oklch(m[0] + 0.16, m[1] * 0.8, m[2])),
            (0.45, oklch(*m)),
            (1, oklch(m[0] * 0.42, m[1], m[2])),
        ]
        shape(s, d, s.lin(stops, 0, 0, 0.35, 1))
        mm = metal(*m)
        lathe(
            s,
            At(cx, b),
            [
                (0, 104),
                (12, 112),
                (12, 112),
                (60, 126),
                (130, 104),
                (195, 66),
                (238, 52),
                (252, 55),
            ],
            mm,
        )
        lathe(s, At(cx, b), [(250, 60), (258, 66), (258, 66), (300, 70), (335, 80), (342, 86)], mm)
        lathe(
            s,
            At(cx, b),
            [(342, 90), (350, 88), (350, 82), (380, 66), (410, 36), (440, 14), (452, 9)],
            mm,
        )
        sphere(s, cx, b - 466, 15, m)
        hoop(s, Girth(cx, b, 250, 60), 5, oklch(m[0] * 0.5, m[1], m[2]), 0.8)
        stars_on(s, Girth(cx, b, 78, 124), 17, 9, oklch(m[0] * 0.42, m[1], m[2]), 0.75)
        for y, r in ((112, 112), (42, 123)):
            hoop(s, Girth(cx, b, y, r), 2.5, oklch(m[0] * 0.42, m[1], m[2]), 0.7)

    stand(s, draw, 118, cx)
