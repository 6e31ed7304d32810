"""Perfume, incense, creams."""

from ..colour import BRASS, oklch, tone
from ..scene import n, star


def mabkhara(s):
    s.plinth(s.rng.choice(["round", "block", "steps"]), w=165)
    body, b, cx = (
        tone(s, (0.94, 0.012, 80), (0.40, 0.10, 262), (0.58, 0.11, 40), (0.33, 0.02, 60)),
        s.floor_y,
        400,
    )
    m, g = s.glaze(*body), s.metal(*BRASS)
    sm = oklch(0.97, 0.01, 80)
    for dx, op in ((0, 0.50), (26, 0.30)):
        s.add(
            f'<path d="M{cx + dx},{b - 300}c-70,-70 60,-110 10,-190s-70,-90 '
            f'-10,-170" fill="none" stroke="{sm}" stroke-width="{34 - dx * 0.5}" '
            f'opacity="{op}" stroke-linecap="round" {s.blur(15)}/>'
        )

    def draw():
        s.lathe(cx, b, [(0, 100), (12, 104), (12, 104), (34, 84), (70, 44), (98, 36)], m)
        s.lathe(cx, b, [(98, 38), (108, 42), (108, 42)], g)
        s.lathe(cx, b, [(108, 42), (140, 74), (190, 106), (240, 116), (248, 117)], m, open_=True)
        s.lathe(cx, b, [(248, 121), (262, 122)], g, open_=True)
        s.add(
            f'<ellipse cx="{cx}" cy="{b - 260}" rx="88" ry="11" fill="'
            + (
                s.rad(
                    [
                        (0, oklch(0.75, 0.17, 50)),
                        (0.6, oklch(0.45, 0.13, 35)),
                        (1, oklch(0.25, 0.03, 40)),
                    ]
                )
            )
            + '"/>'
        )
        s.stars_on(cx, b, 196, 107, 22, 7, oklch(*BRASS), 0.95)
        s.ring(cx, b, 228, 115, 2.5, oklch(*BRASS), 0.9)
        s.ring(cx, b, 160, 88, 2.5, oklch(*BRASS), 0.9)

    s.stand(draw, 104, cx)


def perfume(s):
    s.plinth(s.rng.choice(["round", "block", "steps"]), w=180)
    liq = tone(s, (0.68, 0.13, 65), (0.55, 0.14, 25), (0.75, 0.09, 85), (0.50, 0.11, 300))
    b, o = s.floor_y, oklch
    w, h = s.rng.choice([(216, 280), (190, 330), (250, 250)])
    x, y, r = 400 - w / 2, b - h, 26

    def draw():
        s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
        s.lathe(400, y + 4, [(0, 40), (26, 40)], s.metal(*BRASS))
        s.lathe(
            400,
            y - 20,
            [(0, 58), (6, 60), (6, 60), (96, 60), (102, 56)],
            s.metal(*tone(s, BRASS, (0.28, 0.02, 60), (0.93, 0.01, 80))),
        )
        s.add(
            f'<rect x="{n(x)}" y="{n(y)}" width="{w}" height="{h}" rx="{r}" '
            'fill="'
            + (
                s.lin(
                    [
                        (0, o(0.98, 0.01, 80), 0.92),
                        (1, o(liq[0] + 0.15, liq[1] * 0.4, liq[2]), 0.95),
                    ]
                )
            )
            + '"/>'
        )
        s.add(
            f'<rect x="{n(x + 16)}" y="{n(y + 44)}" width="{w - 32}" height="'
            f'{h - 66}" rx="{r - 12}" fill="'
            + (
                s.lin(
                    [
                        (0, o(liq[0] + 0.14, liq[1] * 0.85, liq[2])),
                        (0.6, o(*liq)),
                        (1, o(liq[0] * 0.72, liq[1], liq[2])),
                    ]
                )
            )
            + '"/>'
        )
        s.add(
            f'<rect x="{n(x + 16)}" y="{n(y + 44)}" width="{w - 32}" height="'
            f'{h - 66}" rx="{r - 12}" fill="'
            + (
                s.lin(
                    [
                        (0, "#fff", 0.45),
                        (0.22, "#fff", 0.05),
                        (0.72, "#000", 0),
                        (1, "#000", 0.32),
                    ],
                    0,
                    0,
                    1,
                    0,
                )
            )
            + '"/>'
        )
        s.add(
            f'<rect x="{n(x + 16)}" y="{n(y + 40)}" width="{w - 32}" height="5" '
            'rx="2" fill="#fff" opacity=".55"/>'
        )
        s.add(
            f'<rect x="{n(x + 6)}" y="{n(y + 10)}" width="10" height="{h - 24}" '
            f'rx="5" fill="#fff" opacity=".85" {s.blur(1.2)}/>'
            f'<rect x="{n(x + w - 15)}" y="{n(y + 14)}" width="7" height="{h - 30}'
            f'" rx="3" fill="{o(liq[0] * 0.5, liq[1], liq[2])}" opacity=".5" '
            f"{s.blur(1.5)}/>"
        )
        lw, lh = w * 0.56, h * 0.36
        lx, ly = 400 - lw / 2, y + h * 0.40
        s.add(
            f'<rect x="{n(lx)}" y="{n(ly)}" width="{n(lw)}" height="{n(lh)}" '
            f'rx="4" fill="{o(0.965, 0.014, 85)}"/>'
            f'<path d="{star(400, ly + lh * 0.42, lh * 0.22)}" fill="none" '
            f'stroke="{o(0.42, 0.12, 262)}" stroke-width="4"/>'
            f'<path d="{star(400, ly + lh * 0.42, lh * 0.10)}" fill="{o(*BRASS)}'
            '"/>'
            f'<path d="M{n(400 - lw * 0.26)},{n(ly + lh * 0.80)}h{n(lw * 0.52)}" '
            f'stroke="{o(0.42, 0.05, 262)}" stroke-width="3"/>'
        )
        s.add(
            f'<path d="M{n(x + 2)},{n(b - 14)}h{w - 4}" stroke="#fff" '
            'stroke-opacity=".5" stroke-width="3"/>'
        )

    s.stand(draw, w * 0.52)


def cream(s):
    s.plinth(s.rng.choice(["round", "block", "steps"]), w=215, h=60)
    b, o = s.floor_y, oklch
    t, cap = (
        tone(s, (0.93, 0.02, 75), (0.72, 0.07, 30), (0.62, 0.06, 150), (0.50, 0.11, 262)),
        tone(s, BRASS, (0.70, 0.07, 60)),
    )

    def draw():
        s.lathe(
            478,
            b - 10,
            [(0, 62), (6, 66), (6, 66), (196, 66), (214, 58), (232, 30), (236, 28)],
            s.glass(0.60, 0.11, 55, 0.82),
        )
        s.lathe(478, b - 10, [(236, 32), (286, 32), (290, 30)], s.metal(*cap))
        s.lathe(478, b - 10, [(290, 18), (320, 22), (346, 16), (352, 8)], s.matte(0.32, 0.01, 60))
        s.lathe(
            342,
            b + 8,
            [(0, 102), (8, 112), (18, 114), (18, 114), (96, 114), (102, 110)],
            s.glaze(*t),
        )
        s.lathe(
            342, b + 8, [(102, 116), (106, 118), (106, 118), (150, 118), (156, 112)], s.metal(*cap)
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

    s.stand(draw, 190)
