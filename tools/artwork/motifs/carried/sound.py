"""What one hears with."""

import math

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import matte
from ...shapes import At, Girth, n, star
from ...solids import hoop, lathe, rod
from ...studio import drawing


@drawing
def headphones(s):
    plinth(s, s.rng.choice(["none", "round", "block"]), w=215, h=50)
    t = tone(s, (0.32, 0.015, 265), (0.93, 0.012, 80), (0.45, 0.12, 262), (0.70, 0.05, 60))
    b, o = s.floor_y, oklch
    top = b - 440

    def draw():
        s.shadow.append(
            f"M210,{b - 20}V{top + 190}A190,200 0 0 1 590,{top + 190}V{b - 20}"
            f"H520V{top + 200}A120,140 0 0 0 280,{top + 200}V{b - 20}Z"
        )
        rod(
            s,
            f"M236,{b - 190}C214,{top + 20} 330,{top} 400,{top}S586,{top + 20} 564,{b - 190}",
            34,
            t,
        )
        s.add(
            f'<path d="M272,{top + 84}C310,{top + 30} 360,{top + 20} 400,'
            f'{top + 20}S490,{top + 30} 528,{top + 84}" fill="none" stroke="'
            f'{o(t[0] * 0.62 + 0.03, t[1], t[2])}" stroke-width="30" '
            'stroke-linecap="round"/>'
        )
        for sd in (-1, 1):
            cx, cy = 400 + sd * 160, b - 118
            stops = [
                (0, o(min(0.97, t[0] + 0.14), t[1], t[2])),
                (0.4, o(*t)),
                (1, o(t[0] * 0.55, t[1], t[2])),
            ]
            s.add(
                f'<g transform="rotate({sd * 5} {cx} {cy})"><rect x="'
                f'{cx - 34 - sd * 34}" y="{cy - 98}" width="68" height="196" '
                f'rx="34" fill="{o(t[0] * 0.45 + 0.02, t[1], t[2])}"/>'
                f'<rect x="{cx - 46 + sd * 18}" y="{cy - 112}" width="92" '
                f'height="224" rx="46" fill="{s.lin(stops, 0, 0, 1, 0.25)}"/>'
                f'<rect x="{cx - 30 + sd * 18}" y="{cy - 94}" width="60" '
                'height="188" rx="30" fill="none" stroke="#fff" '
                'stroke-opacity=".22" stroke-width="2"/>'
                f'<path d="{star(cx + sd * 18, cy, 20)}" fill="none" stroke="'
                f'{o(*BRASS)}" stroke-width="3.5"/>'
                "</g>"
            )
            stops = [(0, o(0.9, 0.01, 80)), (1, o(0.5, 0.01, 80))]
            s.add(
                f'<rect x="{cx - 7 + sd * 6}" y="{b - 300}" width="14" height="84" '
                f'rx="7" fill="{s.lin(stops, 0, 0, 1, 0)}"/>'
            )

    stand(s, draw, 190)


@drawing
def speaker(s):
    plinth(s, s.rng.choice(["none", "round", "block"]), w=190, h=56)
    t = tone(s, (0.34, 0.02, 265), (0.80, 0.03, 75), (0.44, 0.09, 262), (0.55, 0.09, 42))
    b, cx, o = s.floor_y, 400, oklch

    def draw():
        prof = [(0, 116), (12, 128), (30, 132), (30, 132), (270, 132), (292, 126), (300, 116)]
        m = matte(*t)
        d = lathe(s, At(cx, b), prof, m, squash=0.15)
        s.add(
            f'<g {s.clip(d)} fill="#000" opacity=".20">'
            + "".join(
                (
                    '<circle cx="'
                    + (n(cx + 131 * math.sin(math.pi * (i / 30 - 0.5))))
                    + '" cy="'
                    + (n(b - 34 - j * 14 + 18 * math.cos(math.pi * (i / 30 - 0.5))))
                    + '" r="2.6"/>'
                )
                for i in range(1, 30)
                for j in range(17)
            )
            + "</g>"
        )
        s.add(
            f'<ellipse cx="{cx}" cy="{b - 300}" rx="92" ry="13.5" fill="'
            f'{o(0.22, 0.02, 265)}"/>'
            f'<ellipse cx="{cx}" cy="{b - 300}" rx="92" ry="13.5" fill="none" '
            f'stroke="{o(0.72, 0.13, 262)}" stroke-width="4"/>'
        )
        s.add(f'<path d="{star(cx - 10, b - 92, 24)}" fill="{o(*BRASS)}"/>')
        hoop(s, Girth(cx, b, 30, 132, 0.15), 5, o(*BRASS), 0.9)

    stand(s, draw, 124)
