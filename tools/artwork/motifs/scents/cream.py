"""Creams and oils."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import glass, glaze, matte, metal
from ...shapes import At, star
from ...solids import lathe
from ...studio import drawing


@drawing
def cream(s):
    plinth(s, s.rng.choice(["round", "block", "steps"]), w=215, h=60)
    b, o = s.floor_y, oklch
    t, cap = (
        tone(s, (0.93, 0.02, 75), (0.72, 0.07, 30), (0.62, 0.06, 150), (0.50, 0.11, 262)),
        tone(s, BRASS, (0.70, 0.07, 60)),
    )

    def draw():
        lathe(
            s,
            At(478, b - 10),
            [(0, 62), (6, 66), (6, 66), (196, 66), (214, 58), (232, 30), (236, 28)],
            glass(0.60, 0.11, 55, 0.82),
        )
        lathe(s, At(478, b - 10), [(236, 32), (286, 32), (290, 30)], metal(*cap))
        lathe(
            s, At(478, b - 10), [(290, 18), (320, 22), (346, 16), (352, 8)], matte(0.32, 0.01, 60)
        )
        lathe(
            s,
            At(342, b + 8),
            [(0, 102), (8, 112), (18, 114), (18, 114), (96, 114), (102, 110)],
            glaze(*t),
        )
        lathe(
            s,
            At(342, b + 8),
            [(102, 116), (106, 118), (106, 118), (150, 118), (156, 112)],
            metal(*cap),
        )
        s.add(
            f'<path d="{star(330, b - 40, 26)}" fill="none" stroke="'
            + (o(0.40, 0.06, 262) if t[0] > 0.6 else o(0.9, 0.06, 82))
            + '" stroke-width="3.5"/>'
        )
        s.add(
            f'<rect x="442" y="{b - 160}" width="70" height="92" rx="3" fill="'
            f'{o(0.96, 0.012, 85)}" opacity=".95"/>'
            f'<path d="{star(477, b - 124, 18)}" fill="{o(0.55, 0.11, 50)}"/>'
            f'<path d="M458,{b - 88}h38" stroke="{o(0.4, 0.05, 50)}" '
            'stroke-width="3"/>'
        )

    stand(s, draw, 190)
