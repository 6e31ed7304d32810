"""A jar of something sweet."""

from dataclasses import replace

from ...colour import BLACK, BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import glaze, metal
from ...shapes import At, Girth, star
from ...solids import hoop, lathe
from ...studio import drawing
from ...surfaces import shape


@drawing
def jar(s):
    """Honey, dates syrup, cream: a glass jar with a cloth or metal lid."""
    plinth(s, s.rng.choice(["round", "block", "none"]), w=175, h=64)
    liq = tone(s, (0.66, 0.14, 68), (0.60, 0.14, 55), (0.72, 0.13, 78))
    b, cx, o = s.floor_y, 400, oklch

    def draw():
        m = glaze(*liq)
        shine = (-0.2, 0.5, o(min(0.95, liq[0] + 0.16), liq[1], liq[2] + 10), 0.45, 0.2)
        m = replace(m, bands=(*m.bands, shine))
        lathe(
            s,
            At(cx, b),
            [
                (0, 104),
                (8, 116),
                (20, 120),
                (20, 120),
                (210, 120),
                (236, 112),
                (256, 94),
                (262, 92),
            ],
            m,
        )
        lathe(
            s,
            At(cx, b),
            [(262, 100), (268, 104), (268, 104), (312, 104), (318, 100)],
            metal(*tone(s, BRASS, BLACK)),
        )
        d = (
            f"M{cx - 120},{b - 176}A120,17 0 0 0 {cx + 120},{b - 176}V{b - 62}"
            f"A120,17 0 0 1 {cx - 120},{b - 62}Z"
        )
        stops = [
            (0, o(0.80, 0.015, 80)),
            (0.3, o(0.975, 0.012, 85)),
            (0.62, o(0.90, 0.014, 80)),
            (1, o(0.62, 0.02, 70)),
        ]
        shape(s, d, s.lin(stops, 0, 0, 1, 0))
        s.add(
            f'<path d="{star(cx - 12, b - 112, 34)}" fill="none" stroke="'
            f'{o(0.48, 0.12, 60)}" stroke-width="4"/>'
            f'<path d="{star(cx - 12, b - 112, 15)}" fill="{o(0.66, 0.14, 68)}"/>'
        )
        hoop(s, Girth(cx, b, 70, 120), 2, o(0.5, 0.1, 60), 0.6)
        hoop(s, Girth(cx, b, 166, 120), 2, o(0.5, 0.1, 60), 0.6)

    stand(s, draw, 116)
