"""Kettles, drippers, grinders."""

from ...colour import BRASS, COPPER, STEEL, oklch, tone
from ...ground import plinth, stand
from ...materials import glass, glaze, matte, metal
from ...shapes import At, Girth
from ...solids import lathe, rod, sphere, stars_on
from ...studio import drawing


@drawing
def kettle(s):
    plinth(s, s.rng.choice(["block", "none", "round"]), w=200, h=48)
    t = tone(s, STEEL, (0.30, 0.01, 270), COPPER, (0.94, 0.01, 80))
    b, cx = s.floor_y, 410
    mat = metal(*t) if t in (STEEL, COPPER) else glaze(*t)

    def draw():
        rod(
            s,
            f"M{cx - 92},{b - 66}C{cx - 200},{b - 70} {cx - 150},{b - 230} {cx - 214},{b - 268}",
            18,
            t,
        )
        rod(
            s,
            f"M{cx + 70},{b - 214}C{cx + 210},{b - 262} {cx + 210},{b - 130} {cx + 160},{b - 60}",
            24,
            tone(s, (0.30, 0.01, 270), (0.45, 0.07, 55)),
        )
        lathe(
            s,
            At(cx, b),
            [(0, 120), (8, 128), (16, 128), (80, 112), (160, 92), (206, 82), (212, 82)],
            mat,
        )
        lathe(s, At(cx, b), [(212, 86), (218, 86), (218, 80), (236, 60), (244, 20), (246, 14)], mat)
        sphere(s, cx, b - 262, 18, (0.45, 0.07, 55))
        s.shadow.append(f"M{cx - 214},{b - 268}L{cx - 92},{b - 66}L{cx - 92},{b - 90}Z")

    stand(s, draw, 128, cx)


@drawing
def dripper(s):
    plinth(s, s.rng.choice(["block", "none", "round"]), w=190, h=50)
    b, cx, o = s.floor_y, 400, oklch

    def draw():
        lathe(
            s,
            At(cx, b),
            [(4, 98), (14, 112), (60, 118), (104, 100), (112, 96)],
            glaze(0.36, 0.07, 50),
        )
        lathe(
            s,
            At(cx, b),
            [
                (0, 106),
                (12, 122),
                (64, 128),
                (120, 108),
                (170, 60),
                (196, 46),
                (222, 60),
                (290, 104),
                (376, 142),
            ],
            glass(0.90, 0.02, 210, 0.30),
        )
        lathe(s, At(cx, b), [(160, 62), (196, 52), (232, 62)], matte(0.58, 0.09, 58))
        s.add(
            f'<circle cx="{cx - 6}" cy="{b - 194}" r="11" fill="{o(0.40, 0.06, 50)}"/>'
            f'<path d="M{cx - 6},{b - 194}q-26,24 -20,58" stroke="'
            f'{o(0.35, 0.05, 45)}" stroke-width="5" fill="none"/>'
        )
        stops = [(0, o(0.98, 0.01, 85)), (0.5, o(0.92, 0.02, 80)), (1, o(0.78, 0.03, 75))]
        s.add(
            f'<path d="M{cx - 120},{b - 356}L{cx},{b - 214}L{cx + 120},{b - 356}'
            f'Q{cx},{b - 334} {cx - 120},{b - 356}Z" fill="'
            f'{s.lin(stops, 0, 0, 1, 0.3)}" opacity=".94"/>'
            f'<ellipse cx="{cx}" cy="{b - 356}" rx="120" ry="16" fill="'
            f'{o(0.90, 0.02, 80)}"/>'
            f'<ellipse cx="{cx}" cy="{b - 352}" rx="98" ry="12" fill="'
            f'{o(0.30, 0.05, 50)}"/>'
        )

    stand(s, draw, 116)


@drawing
def grinder(s):
    plinth(s, s.rng.choice(["round", "block", "none"]), w=170, h=58)
    b, cx = s.floor_y, 400
    wood, m = tone(s, (0.48, 0.08, 55), (0.34, 0.05, 50), (0.62, 0.09, 62)), tone(s, STEEL, BRASS)

    def draw():
        rod(s, f"M{cx},{b - 404}H{cx + 168}", 13, m)
        lathe(s, At(cx + 168, b - 404), [(0, 12), (10, 18), (46, 20), (58, 10)], glaze(*wood))
        lathe(s, At(cx, b), [(0, 84), (8, 92), (8, 92), (150, 84), (158, 80)], matte(*wood))
        lathe(s, At(cx, b), [(158, 86), (180, 86)], metal(*m))
        lathe(s, At(cx, b), [(180, 80), (190, 84), (320, 92), (330, 88)], metal(*m))
        lathe(s, At(cx, b), [(330, 88), (352, 74), (372, 30), (396, 16), (410, 16)], metal(*m))
        stars_on(s, Girth(cx, b, 80, 89), 16, 7, oklch(0.80, 0.11, 82), 0.85)

    stand(s, draw, 96)
