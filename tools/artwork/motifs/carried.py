"""What is carried, heard and read."""

import math

from ..colour import BLACK, BRASS, STEEL, oklch, tone
from ..scene import n, star


def bag(s):
    s.plinth(s.rng.choice(["none", "block", "round"]), w=230, h=52)
    t = tone(
        s, (0.52, 0.11, 42), (0.36, 0.08, 262), (0.40, 0.09, 20), (0.74, 0.06, 70), (0.34, 0.03, 60)
    )
    b, o = s.floor_y, oklch

    def draw():
        y = b - 268
        d = f"M250,{y}Q400,{y - 16} 550,{y}L592,{b - 18}Q594,{b} 574,{b}H226Q206,{b} 208,{b - 18}Z"
        s.shadow.append(d)
        s.tube(f"M304,{y + 14}C300,{y - 190} 500,{y - 190} 496,{y + 14}", 20, *t)
        s.add(
            f'<path d="{d}" fill="'
            + (
                s.lin(
                    [
                        (0, o(min(0.95, t[0] + 0.10), t[1], t[2])),
                        (0.45, o(*t)),
                        (1, o(t[0] * 0.58, t[1], t[2])),
                    ],
                    0,
                    0,
                    1,
                    0.25,
                )
            )
            + '"/>'
        )
        f = (
            f"M250,{y}Q400,{y - 16} 550,{y}L562,{y + 78}Q470,{y + 150} 400,"
            f"{y + 158}Q330,{y + 150} 238,{y + 78}Z"
        )
        s.add(f'<path d="{f}" fill="#000" opacity=".3" transform="translate(4,9)" {s.blur(7)}/>')
        s.add(
            f'<path d="{f}" fill="'
            + (
                s.lin(
                    [
                        (0, o(min(0.95, t[0] + 0.16), t[1] * 0.95, t[2])),
                        (0.5, o(t[0] + 0.03, t[1], t[2])),
                        (1, o(t[0] * 0.70, t[1], t[2])),
                    ],
                    0,
                    0,
                    1,
                    0.4,
                )
            )
            + '"/>'
        )
        s.add(
            f'<path d="{f}" fill="none" stroke="#fff" stroke-opacity=".35" '
            'stroke-width="2" stroke-dasharray="8 6" transform="translate(400,'
            f'{y + 60}) scale(.95,.92) translate(-400,{-(y + 60)})"/>'
        )
        s.add(
            f'<path d="M222,{b - 16}H578" stroke="#fff" stroke-opacity=".22" '
            'stroke-width="2" stroke-dasharray="8 6"/>'
        )
        s.add(
            f'<path d="{star(400, y + 140, 30)}" fill="'
            + (s.lin([(0, o(0.93, 0.09, 85)), (1, o(0.52, 0.10, 75))], 0, 0, 1, 1))
            + '"/>'
            f'<path d="{star(400, y + 140, 14)}" fill="{o(0.45, 0.09, 70)}"/>'
        )
        for x in (304, 496):
            s.add(
                f'<circle cx="{x}" cy="{y + 18}" r="11" fill="{o(*BRASS)}"/>'
                f'<circle cx="{x - 3}" cy="{y + 15}" r="4" fill="#fff" '
                'opacity=".7"/>'
            )

    s.stand(draw, 195)


def watch(s):
    s.plinth(s.rng.choice(["round", "block"]), w=185)
    band, case = (
        tone(s, (0.40, 0.10, 262), (0.40, 0.06, 45), (0.30, 0.01, 270), (0.80, 0.03, 70)),
        tone(s, STEEL, BRASS, BLACK),
    )
    b, o, cx = s.floor_y, oklch, 400
    cy = b - 225

    def draw():
        d = (
            f"M{cx - 62},{cy - 210}Q{cx},{cy - 232} {cx + 62},{cy - 210}L{cx + 76}"
            f",{cy}L{cx + 66},{b - 6}Q{cx},{b + 14} {cx - 66},{b - 6}L{cx - 76},"
            f"{cy}Z"
        )
        s.shadow.append(d)
        s.add(
            f'<path d="{d}" fill="'
            + (
                s.lin(
                    [
                        (0, o(band[0] * 0.7, band[1], band[2])),
                        (0.28, o(min(0.95, band[0] + 0.14), band[1], band[2])),
                        (0.6, o(*band)),
                        (1, o(band[0] * 0.5, band[1], band[2])),
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
            f'<path d="{d}" fill="'
            + (s.lin([(0, "#000", 0.45), (0.3, "#000", 0), (0.72, "#000", 0), (1, "#000", 0.35)]))
            + '"/>'
        )
        for k in (-1, 1):
            s.add(
                f'<path d="M{cx + k * 50},{cy - 200}V{b - 16}" stroke="#fff" '
                'stroke-opacity=".28" stroke-width="2" stroke-dasharray="7 6"/>'
            )
        s.add(
            f'<circle cx="{cx + 5}" cy="{cy + 7}" r="124" fill="#000" opacity=".28" {s.blur(8)}/>'
        )
        s.add(
            f'<circle cx="{cx}" cy="{cy}" r="122" fill="'
            + (
                s.lin(
                    [
                        (0, o(min(0.97, case[0] + 0.22), case[1], case[2])),
                        (0.5, o(*case)),
                        (1, o(case[0] * 0.4, case[1], case[2])),
                    ],
                    0,
                    0,
                    1,
                    1,
                )
            )
            + '"/>'
            f'<rect x="{cx + 118}" y="{cy - 16}" width="20" height="32" rx="6" '
            f'fill="{o(case[0] * 0.7, case[1], case[2])}"/>'
        )
        s.add(
            f'<circle cx="{cx}" cy="{cy}" r="104" fill="'
            + (s.rad([(0, o(0.30, 0.07, 266)), (1, o(0.17, 0.04, 266))], 0.4, 0.35, 0.7))
            + '"/>'
        )
        for i in range(12):
            t = math.pi * i / 6
            s.add(
                f'<path d="M{n(cx + 84 * math.sin(t))},{n(cy - 84 * math.cos(t))}L'
                f'{n(cx + 96 * math.sin(t))},{n(cy - 96 * math.cos(t))}" stroke="'
                f'{o(0.9, 0.08, 82)}" stroke-width="{5 if i % 3 == 0 else 2.5}"/>'
            )
        s.add(
            f'<path d="{star(cx, cy, 62, math.pi / 8)}" fill="none" stroke="'
            f'{o(*BRASS)}" stroke-opacity=".6" stroke-width="2"/>'
            f'<path d="{star(cx, cy, 38)}" fill="none" stroke="{o(*BRASS)}" '
            'stroke-opacity=".6" stroke-width="2"/>'
        )
        s.add(
            f'<g stroke="#fff" stroke-linecap="round"><path d="M{cx},{cy}L'
            f'{cx - 38},{cy - 34}" stroke-width="7"/>'
            f'<path d="M{cx},{cy}L{cx + 44},{cy - 62}" stroke-width="4.5"/>'
            f'</g><circle cx="{cx}" cy="{cy}" r="7" fill="{o(*BRASS)}"/>'
        )
        s.add(
            f'<path d="M{cx - 86},{cy - 40}A96,96 0 0 1 {cx + 20},{cy - 94}L'
            f'{cx - 20},{cy - 20}Z" fill="#fff" opacity=".08"/>'
        )

    s.stand(draw, 80)


def phone(s):
    s.plinth(s.rng.choice(["none", "block"]), w=230, h=40)
    t = tone(s, (0.36, 0.06, 262), (0.86, 0.02, 80), (0.55, 0.06, 150), (0.34, 0.01, 270))
    b, o = s.floor_y, oklch

    def slab(x, w, h, rot, front):
        y = b - h
        s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
        g = (
            f'<g transform="rotate({rot} {x + w / 2} {b})"><rect x="{x + 7}" y="'
            f'{y}" width="{w}" height="{h}" rx="40" fill="'
            f'{o(t[0] * 0.55, t[1], t[2])}"/>'
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="40" fill="'
            + (
                s.lin(
                    [
                        (0, o(min(0.97, t[0] + 0.18), t[1], t[2])),
                        (0.5, o(*t)),
                        (1, o(t[0] * 0.7, t[1], t[2])),
                    ],
                    0,
                    0,
                    1,
                    1,
                )
            )
            + '"/>'
        )
        if front:
            i = s.uid()
            s.defs.append(
                f'<clipPath id="{i}"><rect x="{x + 10}" y="{y + 10}" width="{w - 20}'
                f'" height="{h - 20}" rx="31"/>'
                "</clipPath>"
            )
            g += (
                f'<g clip-path="url(#{i})"><rect x="{x}" y="{y}" width="{w}" '
                f'height="{h}" fill="'
                + (
                    s.lin(
                        [
                            (0, o(0.30, 0.10, 268)),
                            (0.55, o(0.48, 0.13, 290)),
                            (1, o(0.76, 0.13, 55)),
                        ],
                        0,
                        0,
                        0.3,
                        1,
                    )
                )
                + '"/>'
            )
            for rr, op in ((150, 0.16), (104, 0.25), (60, 0.9)):
                g += (
                    f'<path d="{star(x + w / 2, y + h * 0.56, rr)}" fill="'
                    f'{o(0.85, 0.12, 80) if rr == 60 else "none"}" stroke="#fff" '
                    f'stroke-opacity="{op}" stroke-width="3" opacity="'
                    f'{1 if rr > 60 else 0.9}"/>'
                )
            g += (
                f'<path d="M{x},{y}h{w * 0.62}L{x + w * 0.1},{y + h}H{x}Z" '
                'fill="#fff" opacity=".07"/>'
                f'</g><rect x="{x + w / 2 - 34}" y="{y + 24}" width="68" '
                'height="18" rx="9" fill="#0b0d14"/>'
            )
        else:
            g += (
                f'<rect x="{x + 20}" y="{y + 20}" width="96" height="176" rx="34" '
                f'fill="{o(t[0] * 0.82, t[1], t[2])}"/>'
            )
            for k in range(3):
                g += (
                    f'<circle cx="{x + 68}" cy="{y + 56 + k * 52}" r="22" '
                    'fill="#14161d"/>'
                    f'<circle cx="{x + 68}" cy="{y + 56 + k * 52}" r="22" fill="none" '
                    f'stroke="{o(0.85, 0.02, 80)}" stroke-width="3"/>'
                    f'<circle cx="{x + 62}" cy="{y + 50 + k * 52}" r="6" fill="#7b86b8" '
                    'opacity=".8"/>'
                )
            g += (
                f'<path d="{star(x + w / 2 + 10, y + h * 0.62, 24)}" fill="none" '
                'stroke="#fff" stroke-opacity=".5" stroke-width="3"/>'
            )
        s.add(g + "</g>")

    def draw():
        slab(414, 214, 440, 7, False)
        slab(212, 226, 462, -4, True)

    s.stand(draw, 200)


def headphones(s):
    s.plinth(s.rng.choice(["none", "round", "block"]), w=215, h=50)
    t = tone(s, (0.32, 0.015, 265), (0.93, 0.012, 80), (0.45, 0.12, 262), (0.70, 0.05, 60))
    b, o = s.floor_y, oklch
    top = b - 440

    def draw():
        s.shadow.append(
            f"M210,{b - 20}V{top + 190}A190,200 0 0 1 590,{top + 190}V{b - 20}"
            f"H520V{top + 200}A120,140 0 0 0 280,{top + 200}V{b - 20}Z"
        )
        s.tube(
            (f"M236,{b - 190}C214,{top + 20} 330,{top} 400,{top}S586,{top + 20} 564,{b - 190}"),
            34,
            *t,
        )
        s.add(
            f'<path d="M272,{top + 84}C310,{top + 30} 360,{top + 20} 400,'
            f'{top + 20}S490,{top + 30} 528,{top + 84}" fill="none" stroke="'
            f'{o(t[0] * 0.62 + 0.03, t[1], t[2])}" stroke-width="30" '
            'stroke-linecap="round"/>'
        )
        for sd in (-1, 1):
            cx, cy = 400 + sd * 160, b - 118
            s.add(
                f'<g transform="rotate({sd * 5} {cx} {cy})"><rect x="'
                f'{cx - 34 - sd * 34}" y="{cy - 98}" width="68" height="196" '
                f'rx="34" fill="{o(t[0] * 0.45 + 0.02, t[1], t[2])}"/>'
                f'<rect x="{cx - 46 + sd * 18}" y="{cy - 112}" width="92" '
                'height="224" rx="46" fill="'
                + (
                    s.lin(
                        [
                            (0, o(min(0.97, t[0] + 0.14), t[1], t[2])),
                            (0.4, o(*t)),
                            (1, o(t[0] * 0.55, t[1], t[2])),
                        ],
                        0,
                        0,
                        1,
                        0.25,
                    )
                )
                + '"/>'
                f'<rect x="{cx - 30 + sd * 18}" y="{cy - 94}" width="60" '
                'height="188" rx="30" fill="none" stroke="#fff" '
                'stroke-opacity=".22" stroke-width="2"/>'
                f'<path d="{star(cx + sd * 18, cy, 20)}" fill="none" stroke="'
                f'{o(*BRASS)}" stroke-width="3.5"/>'
                "</g>"
            )
            s.add(
                f'<rect x="{cx - 7 + sd * 6}" y="{b - 300}" width="14" height="84" '
                'rx="7" fill="'
                + (s.lin([(0, o(0.9, 0.01, 80)), (1, o(0.5, 0.01, 80))], 0, 0, 1, 0))
                + '"/>'
            )

    s.stand(draw, 190)


def speaker(s):
    s.plinth(s.rng.choice(["none", "round", "block"]), w=190, h=56)
    t = tone(s, (0.34, 0.02, 265), (0.80, 0.03, 75), (0.44, 0.09, 262), (0.55, 0.09, 42))
    b, cx, o = s.floor_y, 400, oklch

    def draw():
        prof = [(0, 116), (12, 128), (30, 132), (30, 132), (270, 132), (292, 126), (300, 116)]
        m = s.matte(*t)
        d = s.lathe(cx, b, prof, m, squash=0.15)
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
        s.ring(cx, b, 30, 132, 5, o(*BRASS), 0.9, 0.15)

    s.stand(draw, 124)


def book(s):
    s.plinth(s.rng.choice(["none", "block"]), w=220, h=44)
    b, o = s.floor_y, oklch
    t = tone(s, (0.38, 0.11, 262), (0.42, 0.12, 20), (0.42, 0.06, 150), (0.60, 0.11, 50))

    def draw():
        for i, (dx, w, hh, c) in enumerate(
            ((0, 380, 50, (0.88, 0.03, 80)), (-14, 350, 42, (0.62, 0.10, 45)), (10, 366, 46, t))
        ):
            y = b - sum((50, 42, 46)[: i + 1])
            x = 400 - w / 2 + dx
            s.shadow.append(f"M{x},{y}h{w}v{hh}h{-w}Z")
            s.add(
                f'<rect x="{x}" y="{y}" width="{w}" height="{hh}" rx="7" fill="'
                + (
                    s.lin(
                        [
                            (0, o(min(0.97, c[0] + 0.09), c[1], c[2])),
                            (1, o(c[0] * 0.62, c[1], c[2])),
                        ],
                        0,
                        0,
                        1,
                        0.3,
                    )
                )
                + '"/>'
                f'<path d="M{x + 8},{y + hh - 1}h{w - 16}" stroke="#000" '
                'stroke-opacity=".35" stroke-width="3"/>'
                f'<path d="{star(x + 44, y + hh / 2, hh * 0.26)}" fill="'
                + (o(0.85, 0.10, 82) if c[0] < 0.7 else o(0.5, 0.1, 45))
                + '"/>'
                f'<path d="M{x + 78},{y + hh / 2}h{w * 0.3}" stroke="'
                + (o(0.95, 0.03, 82) if c[0] < 0.7 else o(0.4, 0.05, 45))
                + '" stroke-opacity=".7" stroke-width="5"/>'
            )
        y0, x, w, h = b - 138, 286, 226, 318
        y = y0 - h
        s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
        s.add(
            f'<g transform="rotate(3 400 {y0})"><path d="M{x + w},{y + 4}l22,8v'
            f'{h - 14}l-22,6Z" fill="{o(0.93, 0.015, 85)}"/>'
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="5" fill="'
            + (
                s.lin(
                    [
                        (0, o(min(0.97, t[0] + 0.12), t[1], t[2])),
                        (1, o(t[0] * 0.78, t[1], t[2])),
                    ],
                    0,
                    0,
                    1,
                    0.7,
                )
            )
            + '"/>'
            f'<rect x="{x + 14}" y="{y}" width="4" height="{h}" fill="#000" '
            'opacity=".18"/>'
            '<path d="'
            + (s.arch(x + w / 2 + 8, y + 58, 66, y + 236, "pointed"))
            + f'" fill="{o(0.80, 0.11, 78)}"/>'
            f'<path d="{star(x + w / 2 + 8, y + 160, 40)}" fill="'
            f'{o(t[0] * 0.8, t[1], t[2])}"/>'
            f'<path d="{star(x + w / 2 + 8, y + 160, 19)}" fill="{o(0.93, 0.05, 82)}'
            '"/>'
            f'<path d="M{x + 56},{y + 266}h{w - 96}M{x + 80},{y + 286}h{w - 144}'
            f'" stroke="{o(0.95, 0.03, 82)}" stroke-width="6" '
            'stroke-linecap="round"/>'
            "</g>"
        )

    s.stand(draw, 200)


def cards(s):
    """Digital goods: courses, templates, licences."""
    o = oklch
    s.floor_y = 840

    def draw():
        for i, (dx, dy, rot, c) in enumerate(
            (
                (96, -10, 11, (0.70, 0.12, 70)),
                (40, -4, 5, (0.93, 0.02, 82)),
                (-40, 8, -5, (0.40, 0.12, 262)),
            )
        ):
            x, y, w, h = 264 + dx, 330 + dy, 268, 372
            s.add(
                f'<g transform="rotate({rot} {x + w / 2} {y + h})"><rect x="{x}" y="'
                f'{y}" width="{w}" height="{h}" rx="22" fill="#000" opacity=".30" '
                f'transform="translate(16,20)" {s.blur(16)}/>'
                f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="22" fill="'
                + (
                    s.lin(
                        [
                            (0, o(min(0.98, c[0] + 0.10), c[1], c[2])),
                            (1, o(c[0] * 0.82, c[1], c[2])),
                        ],
                        0,
                        0,
                        1,
                        1,
                    )
                )
                + '"/>'
            )
            if i == 2:
                for rr, wd in ((92, 5), (64, 4)):
                    s.add(
                        '<path d="'
                        + (star(x + w / 2, y + 150, rr, math.pi / 8 if rr == 64 else 0))
                        + f'" fill="none" stroke="{o(0.86, 0.11, 82)}" stroke-width="{wd}"/>'
                    )
                s.add(
                    f'<path d="{star(x + w / 2, y + 150, 30)}" fill="{o(0.86, 0.11, 82)}'
                    '"/>'
                    f'<path d="M{x + 46},{y + 284}h{w - 92}M{x + 76},{y + 316}h{w - 152}'
                    '" stroke="#fff" stroke-opacity=".8" stroke-width="9" '
                    'stroke-linecap="round"/>'
                )
            s.add("</g>")

    s.stand(draw, 150)
