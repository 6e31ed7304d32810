"""Coffee: pots, cups, thermoses, beans."""

import math

from ..colour import BRASS, COPPER, STEEL, oklch, tone
from ..scene import n, star


def dallah(s):
    m = tone(s, BRASS, BRASS, COPPER, STEEL)
    s.plinth(s.rng.choice(["round", "steps", "block"]))
    cx, b = 395, s.floor_y

    def draw():
        s.shadow.append(
            f"M{cx - 60},{b - 262}C{cx - 130},{b - 275} {cx - 160},{b - 330} "
            f"{cx - 205},{b - 392}C{cx - 160},{b - 385} {cx - 110},{b - 372} "
            f"{cx - 70},{b - 340}Z"
        )
        s.tube(
            (f"M{cx + 74},{b - 326}C{cx + 215},{b - 355} {cx + 225},{b - 190} {cx + 112},{b - 96}"),
            24,
            *m,
        )
        d = (
            f"M{cx - 58},{b - 262}C{cx - 128},{b - 272} {cx - 160},{b - 330} "
            f"{cx - 208},{b - 396}C{cx - 160},{b - 388} {cx - 108},{b - 374} "
            f"{cx - 66},{b - 338}Z"
        )
        s.add(
            f'<path d="{d}" fill="'
            + (
                s.lin(
                    [
                        (0, oklch(m[0] + 0.16, m[1] * 0.8, m[2])),
                        (0.45, oklch(*m)),
                        (1, oklch(m[0] * 0.42, m[1], m[2])),
                    ],
                    0,
                    0,
                    0.35,
                    1,
                )
            )
            + '"/>'
        )
        mm = s.metal(*m)
        s.lathe(
            cx,
            b,
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
        s.lathe(cx, b, [(250, 60), (258, 66), (258, 66), (300, 70), (335, 80), (342, 86)], mm)
        s.lathe(
            cx, b, [(342, 90), (350, 88), (350, 82), (380, 66), (410, 36), (440, 14), (452, 9)], mm
        )
        s.ball(cx, b - 466, 15, *m)
        s.ring(cx, b, 250, 60, 5, oklch(m[0] * 0.5, m[1], m[2]), 0.8)
        s.stars_on(cx, b, 78, 124, 17, 9, oklch(m[0] * 0.42, m[1], m[2]), 0.75)
        for y, r in ((112, 112), (42, 123)):
            s.ring(cx, b, y, r, 2.5, oklch(m[0] * 0.42, m[1], m[2]), 0.7)

    s.stand(draw, 118, cx)


def finjan(s):
    s.plinth(s.rng.choice(["none", "block", "round"]), w=250, h=54)
    m, trim = (
        s.glaze(
            *tone(s, (0.95, 0.012, 85), (0.42, 0.12, 262), (0.93, 0.02, 60), (0.50, 0.10, 160))
        ),
        oklch(*BRASS),
    )
    b = s.floor_y

    def cup(cx, by, k):
        s.lathe(
            cx,
            by,
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
            open_=True,
        )
        s.add(
            f'<ellipse cx="{n(cx)}" cy="{n(by - 118 * k)}" rx="{n(64 * k)}" ry="'
            f'{n(10 * k)}" fill="'
            + (s.lin([(0, oklch(0.32, 0.06, 55)), (1, oklch(0.50, 0.09, 65))], 0, 0, 1, 1))
            + '"/>'
        )
        s.stars_on(cx, by, 84 * k, 67 * k, 12 * k, 8, trim, 0.95, 0.2)
        s.ring(cx, by, 106 * k, 73 * k, 3 * k, trim, 0.9, 0.2)
        s.ring(cx, by, 62 * k, 60 * k, 2 * k, trim, 0.8, 0.2)

    def draw():
        cup(292, b - 26, 1.02)
        cup(520, b - 22, 1.02)
        cup(404, b + 16, 1.28)

    s.stand(draw, 210, 405)


def thermos(s):
    s.plinth(s.rng.choice(["round", "none", "block"]), w=165, h=56)
    b, cx, o = s.floor_y, 400, oklch
    t = tone(s, (0.40, 0.11, 262), (0.93, 0.014, 80), (0.50, 0.06, 155), (0.58, 0.11, 40))

    def draw():
        s.tube(
            (f"M{cx + 92},{b - 330}C{cx + 190},{b - 330} {cx + 190},{b - 140} {cx + 98},{b - 120}"),
            22,
            *BRASS,
        )
        s.lathe(
            cx,
            b,
            [(0, 100), (8, 108), (14, 108), (14, 108), (330, 96), (350, 84), (352, 80)],
            s.glaze(*t),
        )
        s.lathe(cx, b, [(0, 110), (20, 110)], s.metal(*BRASS))
        s.lathe(
            cx,
            b,
            [(350, 84), (362, 86), (362, 80), (400, 70), (430, 40), (436, 20)],
            s.metal(*BRASS),
        )
        s.ball(cx, b - 450, 18, *BRASS)
        s.add(
            f'<path d="M{cx - 80},{b - 352}l-46,-30l8,-16l50,18Z" fill="'
            + (s.lin([(0, o(0.92, 0.10, 84)), (1, o(0.42, 0.09, 75))]))
            + '"/>'
        )
        s.stars_on(
            cx, b, 180, 102, 26, 6, o(0.84, 0.11, 82) if t[0] < 0.8 else o(0.66, 0.11, 75), 0.95
        )
        for y in (222, 138):
            s.ring(cx, b, y, 101, 3, o(0.84, 0.11, 82), 0.9)

    s.stand(draw, 106)


def kettle(s):
    s.plinth(s.rng.choice(["block", "none", "round"]), w=200, h=48)
    t = tone(s, STEEL, (0.30, 0.01, 270), COPPER, (0.94, 0.01, 80))
    b, cx = s.floor_y, 410
    mat = s.metal(*t) if t in (STEEL, COPPER) else s.glaze(*t)

    def draw():
        s.tube(
            (f"M{cx - 92},{b - 66}C{cx - 200},{b - 70} {cx - 150},{b - 230} {cx - 214},{b - 268}"),
            18,
            *t,
        )
        s.tube(
            (f"M{cx + 70},{b - 214}C{cx + 210},{b - 262} {cx + 210},{b - 130} {cx + 160},{b - 60}"),
            24,
            *tone(s, (0.30, 0.01, 270), (0.45, 0.07, 55)),
        )
        s.lathe(
            cx, b, [(0, 120), (8, 128), (16, 128), (80, 112), (160, 92), (206, 82), (212, 82)], mat
        )
        s.lathe(cx, b, [(212, 86), (218, 86), (218, 80), (236, 60), (244, 20), (246, 14)], mat)
        s.ball(cx, b - 262, 18, *(0.45, 0.07, 55))
        s.shadow.append(f"M{cx - 214},{b - 268}L{cx - 92},{b - 66}L{cx - 92},{b - 90}Z")

    s.stand(draw, 128, cx)


def dripper(s):
    s.plinth(s.rng.choice(["block", "none", "round"]), w=190, h=50)
    b, cx, o = s.floor_y, 400, oklch

    def draw():
        s.lathe(
            cx, b, [(4, 98), (14, 112), (60, 118), (104, 100), (112, 96)], s.glaze(0.36, 0.07, 50)
        )
        s.lathe(
            cx,
            b,
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
            s.glass(0.90, 0.02, 210, 0.30),
            open_=False,
        )
        s.lathe(cx, b, [(160, 62), (196, 52), (232, 62)], s.matte(0.58, 0.09, 58))
        s.add(
            f'<circle cx="{cx - 6}" cy="{b - 194}" r="11" fill="{o(0.40, 0.06, 50)}'
            '"/>'
            f'<path d="M{cx - 6},{b - 194}q-26,24 -20,58" stroke="'
            f'{o(0.35, 0.05, 45)}" stroke-width="5" fill="none"/>'
        )
        s.add(
            f'<path d="M{cx - 120},{b - 356}L{cx},{b - 214}L{cx + 120},{b - 356}'
            f'Q{cx},{b - 334} {cx - 120},{b - 356}Z" fill="'
            + (
                s.lin(
                    [(0, o(0.98, 0.01, 85)), (0.5, o(0.92, 0.02, 80)), (1, o(0.78, 0.03, 75))],
                    0,
                    0,
                    1,
                    0.3,
                )
            )
            + '" opacity=".94"/>'
            f'<ellipse cx="{cx}" cy="{b - 356}" rx="120" ry="16" fill="'
            f'{o(0.90, 0.02, 80)}"/>'
            f'<ellipse cx="{cx}" cy="{b - 352}" rx="98" ry="12" fill="'
            f'{o(0.30, 0.05, 50)}"/>'
        )

    s.stand(draw, 116)


def grinder(s):
    s.plinth(s.rng.choice(["round", "block", "none"]), w=170, h=58)
    b, cx = s.floor_y, 400
    wood, m = tone(s, (0.48, 0.08, 55), (0.34, 0.05, 50), (0.62, 0.09, 62)), tone(s, STEEL, BRASS)

    def draw():
        s.tube(f"M{cx},{b - 404}H{cx + 168}", 13, *m)
        s.lathe(cx + 168, b - 404, [(0, 12), (10, 18), (46, 20), (58, 10)], s.glaze(*wood))
        s.lathe(cx, b, [(0, 84), (8, 92), (8, 92), (150, 84), (158, 80)], s.matte(*wood))
        s.lathe(cx, b, [(158, 86), (180, 86)], s.metal(*m))
        s.lathe(cx, b, [(180, 80), (190, 84), (320, 92), (330, 88)], s.metal(*m))
        s.lathe(cx, b, [(330, 88), (352, 74), (372, 30), (396, 16), (410, 16)], s.metal(*m))
        s.stars_on(cx, b, 80, 89, 16, 7, oklch(0.80, 0.11, 82), 0.85)

    s.stand(draw, 96)


def pouch(s):
    s.plinth(s.rng.choice(["none", "round", "block"]), w=195, h=52)
    t = tone(
        s,
        (0.36, 0.04, 55),
        (0.38, 0.10, 262),
        (0.86, 0.03, 78),
        (0.48, 0.07, 150),
        (0.56, 0.12, 40),
    )
    b, o = s.floor_y, oklch

    def draw():
        y = b - 396
        d = (
            f"M272,{y}H528L536,{y + 60}Q560,{y + 200} 552,{b - 20}Q548,{b} 520,{b}"
            f"H280Q252,{b} 248,{b - 20}Q240,{y + 200} 264,{y + 60}Z"
        )
        s.shadow.append(d)
        s.add(
            f'<path d="{d}" fill="'
            + (
                s.lin(
                    [
                        (0, o(t[0] * 0.74, t[1], t[2])),
                        (0.20, o(min(0.97, t[0] + 0.10), t[1], t[2])),
                        (0.5, o(*t)),
                        (0.8, o(t[0] * 0.72, t[1], t[2])),
                        (1, o(t[0] * 0.52, t[1], t[2])),
                    ],
                    0,
                    0,
                    1,
                    0,
                )
            )
            + '"/>'
        )
        cl = s.clip(d)
        s.add(
            f'<g {cl}><path d="M300,{y + 50}C330,{y + 140} 280,{y + 260} 306,{b}'
            '" stroke="#fff" stroke-opacity=".30" stroke-width="16" '
            f'fill="none" {s.blur(7)}/>'
            f'<path d="M508,{y + 50}C470,{y + 150} 524,{y + 270} 494,{b}" '
            'stroke="#000" stroke-opacity=".30" stroke-width="20" fill="none" '
            f"{s.blur(8)}/>"
            f'<path d="M248,{b - 26}Q400,{b - 62} 552,{b - 26}V{b}H248Z" '
            'fill="#000" opacity=".14"/>'
            "</g>"
        )
        s.add(
            (
                f'<rect x="270" y="{y - 4}" width="260" height="34" rx="3" fill="'
                f'{o(t[0] * 0.80, t[1], t[2])}"/>'
            )
            + "".join(
                (
                    f'<path d="M270,{y + 4 + k * 8}h260" stroke="#fff" '
                    'stroke-opacity=".22" stroke-width="1.6"/>'
                )
                for k in range(3)
            )
        )
        s.add(
            f'<rect x="310" y="{y + 112}" width="180" height="200" rx="5" fill="'
            + (s.lin([(0, o(0.975, 0.012, 85)), (1, o(0.87, 0.02, 78))], 0, 0, 1, 0.3))
            + '"/>'
        )
        a = o(0.42, 0.12, 262) if not 200 < t[2] < 300 else o(0.55, 0.13, 45)
        s.add(
            f'<path d="{star(400, y + 186, 48)}" fill="none" stroke="{a}" '
            'stroke-width="5"/>'
            f'<path d="{star(400, y + 186, 30, math.pi / 8)}" fill="{a}"/>'
            f'<path d="{star(400, y + 186, 13)}" fill="{o(0.93, 0.06, 84)}"/>'
            f'<path d="M346,{y + 262}h108M366,{y + 284}h68" stroke="'
            f'{o(0.35, 0.04, 60)}" stroke-width="6" stroke-linecap="round"/>'
            f'<circle cx="400" cy="{y + 70}" r="8" fill="#000" opacity=".35"/>'
        )

    s.stand(draw, 152)
