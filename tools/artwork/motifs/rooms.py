"""What a home is furnished with."""

from ..colour import BRASS, COPPER, oklch, tone
from ..scene import n, star


def lantern(s):
    s.plinth(s.rng.choice(["round", "steps", "block"]), w=165)
    m, b, o, cx = tone(s, BRASS, COPPER, (0.34, 0.03, 70)), s.floor_y, oklch, 400

    def draw():
        mm = s.metal(*m)
        s.tube(f"M{cx - 44},{b - 470}A46,56 0 1 1 {cx + 44},{b - 470}", 11, *m)
        s.lathe(cx, b, [(0, 104), (10, 110), (10, 110), (34, 96), (48, 92)], mm)
        g = (
            f"M{cx - 92},{b - 48}L{cx - 108},{b - 180}L{cx - 80},{b - 322}H"
            f"{cx + 80}L{cx + 108},{b - 180}L{cx + 92},{b - 48}Z"
        )
        s.shadow.append(g)
        s.add(
            f'<path d="{g}" fill="'
            + (
                s.rad(
                    [(0, o(0.97, 0.09, 90)), (0.45, o(0.84, 0.14, 72)), (1, o(0.56, 0.13, 50))],
                    0.5,
                    0.6,
                    0.62,
                )
            )
            + '"/>'
            f"<g {s.clip(g)}>"
        )
        for xx in range(-3, 4):
            for yy in range(6):
                px, py = cx + xx * 48 * (1 - abs(yy - 2.6) * 0.03), b - 70 - yy * 48
                s.add(
                    f'<path d="{star(px, py, 25)}" fill="none" stroke="'
                    f'{o(m[0] * 0.5, m[1], m[2])}" stroke-width="4"/>'
                )
        s.add("</g>")
        for x0, x1, x2 in ((-92, -108, -80), (-34, -40, -30), (34, 40, 30), (92, 108, 80)):
            s.tube(f"M{cx + x0},{b - 48}L{cx + x1},{b - 180}L{cx + x2},{b - 322}", 9, *m)
        s.lathe(
            cx,
            b,
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
        s.stars_on(cx, b, 362, 83, 12, 8, o(0.93, 0.13, 85), 0.95)
        s.ball(cx, b - 468, 13, *m)
        s.add(
            f'<ellipse cx="{cx}" cy="{b - 190}" rx="240" ry="260" fill="'
            + (s.rad([(0, o(0.9, 0.13, 75), 0.38), (1, o(0.9, 0.13, 75), 0)]))
            + '"/>'
        )

    s.stand(draw, 108)
    s.add(
        f'<ellipse cx="{cx}" cy="{b + 14}" rx="270" ry="40" fill="'
        f'{o(0.9, 0.13, 75)}" opacity=".22" {s.blur(18)}/>'
    )


def lamp(s):
    s.plinth(s.rng.choice(["none", "block", "round"]), w=185, h=60)
    b, o, cx = s.floor_y, oklch, 400
    foot, shade = (
        tone(s, (0.40, 0.10, 262), (0.60, 0.11, 42), (0.92, 0.015, 80), (0.48, 0.05, 150)),
        tone(s, (0.955, 0.025, 85), (0.90, 0.05, 80)),
    )
    s.add(
        f'<ellipse cx="{cx}" cy="{b - 370}" rx="330" ry="300" fill="'
        + (s.rad([(0, o(0.96, 0.09, 85), 0.55), (1, o(0.96, 0.09, 85), 0)]))
        + '"/>'
    )

    def draw():
        s.lathe(
            cx,
            b,
            [(0, 76), (8, 82), (8, 82), (50, 96), (110, 84), (150, 46), (190, 26), (232, 18)],
            s.glaze(*foot),
        )
        s.lathe(cx, b, [(228, 20), (270, 14)], s.metal(*BRASS))
        m = s.matte(*shade)
        m["bands"] = [
            (-1.1, -0.7, o(0.80, 0.08, 70), 0.5, 0.12),
            (-0.5, 0.45, o(0.99, 0.05, 92), 0.95, 0.3),
            (0.6, 1.2, o(0.70, 0.10, 62), 0.55, 0.2),
        ]
        s.lathe(cx, b, [(258, 176), (258, 176), (452, 104)], m, squash=0.12)
        s.add(f'<ellipse cx="{cx}" cy="{b - 452}" rx="104" ry="12.5" fill="{o(0.99, 0.05, 92)}"/>')
        s.ring(cx, b, 262, 175, 5, o(*BRASS), 0.9, 0.12)
        s.stars_on(cx, b, 290, 164, 15, 13, o(0.72, 0.12, 70), 0.65, 0.12)

    s.stand(draw, 92)


def armchair(s):
    o = oklch
    t = tone(
        s,
        (0.50, 0.10, 262),
        (0.60, 0.10, 45),
        (0.52, 0.06, 150),
        (0.80, 0.04, 75),
        (0.48, 0.09, 20),
    )
    s.floor_y = b = 850

    def rr(x, y, w, h, r, k=0.0):
        s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
        s.add(
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="'
            + (
                s.lin(
                    [
                        (0, o(min(0.97, t[0] + 0.12 + k), t[1] * 0.9, t[2])),
                        (0.45, o(t[0] + k, t[1], t[2])),
                        (1, o((t[0] + k) * 0.62, t[1], t[2])),
                    ],
                    0,
                    0,
                    0.75,
                    1,
                )
            )
            + '"/>'
        )

    def draw():
        for x in (250, 540):
            s.add(f'<path d="M{x},{b - 70}h14l-4,{70}h-8Z" fill="{o(0.38, 0.06, 55)}"/>')
        rr(232, b - 430, 336, 330, 120)
        s.add(
            '<g opacity=".35">'
            + "".join(
                (
                    f'<path d="{star(400 + dx, b - 330 + dy, 9)}" fill="'
                    f'{o(t[0] * 0.6, t[1], t[2])}"/>'
                )
                for dx, dy in ((-80, 0), (0, -36), (80, 0), (0, 36))
            )
            + "</g>"
        )
        s.add(
            f'<rect x="262" y="{b - 226}" width="276" height="40" rx="20" '
            f'fill="#000" opacity=".30" {s.blur(10)}/>'
        )
        rr(252, b - 218, 296, 84, 34, 0.05)
        rr(180, b - 276, 96, 216, 46, 0.02)
        rr(524, b - 276, 96, 216, 46, -0.03)
        rr(240, b - 144, 320, 84, 22, -0.03)

    s.stand(draw, 205)


def vase(s):
    s.plinth(s.rng.choice(["none", "block", "steps", "round"]), w=165)
    prof = s.rng.choice(
        [
            [
                (0, 62),
                (8, 68),
                (60, 108),
                (140, 132),
                (210, 112),
                (262, 60),
                (290, 42),
                (318, 48),
                (326, 54),
            ],
            [(0, 80), (10, 88), (90, 104), (190, 96), (262, 52), (330, 36), (368, 44), (374, 50)],
            [
                (0, 50),
                (8, 56),
                (50, 120),
                (110, 146),
                (170, 128),
                (204, 84),
                (222, 74),
                (238, 84),
                (242, 88),
            ],
        ]
    )
    m = s.matte(
        *tone(
            s,
            (0.90, 0.02, 75),
            (0.62, 0.11, 42),
            (0.40, 0.10, 262),
            (0.50, 0.06, 150),
            (0.36, 0.03, 50),
        )
    )
    b, top = s.floor_y, prof[-1][0]
    st = oklch(0.52, 0.07, 95 + s.rng.randint(-30, 30))
    k = min(1, 1.75 - top / 300)

    def draw():
        for i, (dx, hh, bend) in enumerate(
            ((-18, 250 * k, -110), (8, 330 * k, 30), (20, 230 * k, 120))
        ):
            x0, y0 = 400 + dx * 0.5, b - top + 6
            x2, y2 = 400 + dx + bend, y0 - hh
            s.add(
                f'<path d="M{x0},{y0}Q{400 + dx},{n(y0 - hh * 0.6)} {x2},{n(y2)}" '
                f'fill="none" stroke="{st}" stroke-width="4"/>'
            )
            for j in range(7):
                t = 0.42 + j * 0.09
                px = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * (400 + dx) + t * t * x2
                py = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * (y0 - hh * 0.6) + t * t * y2
                for sd in (-1, 1):
                    s.add(
                        f'<ellipse cx="{n(px + sd * 19)}" cy="{n(py - 10)}" rx="21" '
                        f'ry="6.5" transform="rotate({sd * -38 + bend * 0.12:.0f} '
                        f'{n(px + sd * 19)} {n(py - 10)})" fill="'
                        f'{oklch(0.60 + 0.05 * sd, 0.08, 100 + i * 8)}"/>'
                    )
        s.lathe(400, b, prof, m, open_=True)
        s.ring(400, b, prof[3][0], prof[3][1], 3, m["inner"], 0.35)

    s.stand(draw, prof[0][1] * 1.25)


def bowl(s):
    s.plinth(s.rng.choice(["block", "none", "steps"]), w=225, h=56)
    b = s.floor_y
    m = s.glaze(*tone(s, (0.94, 0.012, 85), (0.40, 0.11, 262), (0.62, 0.10, 45), (0.58, 0.06, 170)))
    f = s.rng.choice([(0.70, 0.16, 55), (0.50, 0.17, 22), (0.72, 0.14, 120)])

    def draw():
        for x, y, r in (
            (320, 214, 58),
            (480, 216, 60),
            (400, 246, 64),
            (356, 190, 50),
            (446, 188, 54),
        ):
            s.ball(
                x, b - y, r, f[0] + s.rng.uniform(-0.03, 0.03), f[1], f[2] + s.rng.uniform(-6, 6)
            )
            s.add(
                f'<path d="{star(x - r * 0.1, b - y - r * 0.62, 7)}" fill="'
                f'{oklch(0.38, 0.06, 110)}"/>'
            )
        s.lathe(
            400,
            b,
            [(0, 70), (12, 74), (12, 70), (30, 92), (80, 150), (140, 184), (172, 190)],
            m,
            squash=0.06,
        )
        s.stars_on(400, b, 128, 178, 20, 11, oklch(*BRASS), 0.9, 0.06)
        s.ring(400, b, 158, 187, 3, oklch(*BRASS), 0.9, 0.06)
        s.ring(400, b, 100, 163, 2.5, oklch(*BRASS), 0.8, 0.06)

    # the lathe closes its top with an ellipse; the fruit sits in front of its back edge
    s.stand(draw, 100)


def sadu(s, x, y, w, h, cols, rows=7):
    """Bands of woven triangles."""
    out, bh = "", h / rows
    for r in range(rows):
        c1, c2 = cols[r % len(cols)], cols[(r + 1) % len(cols)]
        out += (
            f'<rect x="{n(x)}" y="{n(y + r * bh)}" width="{w}" height="{n(bh + 1)}" fill="{c1}"/>'
        )
        k = 8 if r % 2 else 12
        step = w / k
        if r % 3 == 2:
            out += "".join(
                (
                    '<path d="'
                    + (star(x + (i + 0.5) * step, y + (r + 0.5) * bh, min(step, bh) * 0.36))
                    + f'" fill="{c2}"/>'
                )
                for i in range(k)
            )
        else:
            out += "".join(
                (
                    f'<path d="M{n(x + i * step)},{n(y + (r + 1) * bh)}l{n(step / 2)},'
                    f'{n(-bh * 0.8)}l{n(step / 2)},{n(bh * 0.8)}Z" fill="{c2}"/>'
                )
                for i in range(k)
            )
    return out


def cushion(s):
    s.plinth(s.rng.choice(["block", "none"]), w=240, h=46)
    o, b = oklch, s.floor_y
    cols = s.rng.choice(
        [
            [o(0.40, 0.13, 25), o(0.93, 0.02, 80), o(0.24, 0.02, 40)],
            [o(0.36, 0.10, 262), o(0.92, 0.03, 80), o(0.72, 0.12, 75)],
            [o(0.60, 0.11, 45), o(0.94, 0.02, 80), o(0.36, 0.05, 40)],
        ]
    )

    def draw():
        x, y, w, h = 212, b - 372, 376, 366
        d = (
            f"M{x},{y}Q{x + w / 2},{y + 34} {x + w},{y}Q{x + w - 24},{y + h / 2}"
            f" {x + w + 6},{y + h}Q{x + w / 2},{y + h - 22} {x - 6},{y + h}Q"
            f"{x + 24},{y + h / 2} {x},{y}Z"
        )
        s.shadow.append(d)
        s.add(
            f'<g {s.clip(d)}>{sadu(s, x - 10, y, w + 20, h, cols, 8)}<rect x="'
            f'{x - 20}" y="{y}" width="{w + 40}" height="{h}" fill="'
            + (
                s.rad(
                    [
                        (0, "#fff", 0.22),
                        (0.55, "#fff", 0),
                        (0.56, "#000", 0),
                        (1, "#000", 0.42),
                    ],
                    0.38,
                    0.36,
                    0.72,
                )
            )
            + '"/>'
            "</g>"
        )
        for px, py in ((x, y), (x + w, y), (x - 6, y + h), (x + w + 6, y + h)):
            s.ball(px, py, 11, *(0.72, 0.12, 75), cast=False)

    s.stand(draw, 190)


def rug(s):
    o = oklch
    s.floor_y = b = 850
    cols = s.rng.choice(
        [
            [o(0.38, 0.11, 262), o(0.92, 0.03, 80), o(0.70, 0.12, 75)],
            [o(0.42, 0.13, 22), o(0.93, 0.02, 80), o(0.28, 0.03, 40)],
            [o(0.46, 0.06, 150), o(0.93, 0.03, 82), o(0.70, 0.11, 70)],
        ]
    )

    def draw():
        x, y, w = 232, 250, 336
        d = f"M{x},{y}H{x + w}V{b - 66}H{x}Z"
        s.shadow.append(f"M{x},{b - 130}h{w}v130h{-w}Z")
        s.add(
            f'<path d="{d}" fill="#000" opacity=".25" '
            f'transform="translate(14,8)" {s.blur(12)}/>'
            f'<g {s.clip(d)}>{sadu(s, x, y, w, b - y, cols, 13)}<rect x="{x}" '
            f'y="{y}" width="{w}" height="{b - y}" fill="'
            + (s.lin([(0, "#fff", 0.12), (0.6, "#000", 0), (1, "#000", 0.38)]))
            + '"/>'
            f'<rect x="{x + 8}" y="{y}" width="{w - 16}" height="{b}" '
            f'fill="none" stroke="{cols[1]}" stroke-width="4"/>'
            "</g>"
        )
        s.add(
            f'<rect x="{x - 22}" y="{y - 12}" width="{w + 44}" height="16" '
            'rx="8" fill="' + (s.lin([(0, o(0.70, 0.09, 60)), (1, o(0.38, 0.06, 50))])) + '"/>'
        )
        s.add(
            "<g "
            + (
                s.clip(
                    f"M{x - 8},{b - 124}h{w + 16}a14,14 0 0 1 14,14v96a14,14 0 0 "
                    f"1 -14,14h{-w - 16}a14,14 0 0 1 -14,-14v-96a14,14 0 0 1 14,-14"
                    "Z"
                )
            )
            + ">"
            + (sadu(s, x - 30, b - 130, w + 60, 134, cols[1:] + cols[:1], 4))
            + f'<rect x="{x - 30}" y="{b - 130}" width="{w + 60}" height="140" '
            'fill="'
            + (
                s.lin(
                    [
                        (0, "#000", 0.10),
                        (0.25, "#fff", 0.28),
                        (0.5, "#000", 0.05),
                        (1, "#000", 0.62),
                    ]
                )
            )
            + '"/>'
            "</g>"
        )

    s.stand(draw, 190)


def textiles(s):
    s.plinth(s.rng.choice(["block", "round", "none"]), w=235, h=54)
    b, o = s.floor_y, oklch
    sets = s.rng.choice(
        [
            [
                (0.93, 0.012, 80),
                (0.42, 0.13, 22),
                (0.90, 0.02, 80),
                (0.36, 0.10, 262),
                (0.72, 0.10, 72),
            ],
            [
                (0.62, 0.06, 150),
                (0.92, 0.02, 80),
                (0.48, 0.05, 150),
                (0.80, 0.05, 75),
                (0.95, 0.01, 80),
            ],
            [
                (0.80, 0.06, 40),
                (0.52, 0.11, 30),
                (0.93, 0.02, 70),
                (0.66, 0.10, 50),
                (0.40, 0.07, 25),
            ],
        ]
    )

    def draw():
        y = b
        for i, c in enumerate(sets):
            hh = 62 - (i % 2) * 8
            x, w = 214 + (i * 7) % 17, 372 - (i * 11) % 26
            y -= hh
            s.shadow.append(f"M{x},{y}h{w}v{hh}h{-w}Z")
            s.add(
                f'<rect x="{x}" y="{y}" width="{w}" height="{hh}" rx="{hh / 2.1}" '
                'fill="'
                + (
                    s.lin(
                        [
                            (0, o(min(0.98, c[0] + 0.07), c[1], c[2])),
                            (0.4, o(*c)),
                            (1, o(c[0] * 0.58, c[1], c[2])),
                        ],
                        0,
                        0,
                        0.25,
                        1,
                    )
                )
                + '"/>'
                f'<path d="M{x + 26},{y + hh * 0.52}H{x + w - 8}" stroke="#000" '
                f'stroke-opacity=".22" stroke-width="3" {s.blur(1)}/>'
                f'<path d="M{x + 30},{y + hh * 0.46}H{x + w - 20}" stroke="#fff" '
                'stroke-opacity=".3" stroke-width="2"/>'
            )
            if i in (1, 3):
                s.add(
                    "".join(
                        (
                            f'<path d="{star(x + 60 + k * 44, y + hh * 0.26, 8)}" fill="'
                            + (o(0.94, 0.03, 82) if c[0] < 0.7 else o(0.45, 0.1, 30))
                            + '" opacity=".85"/>'
                        )
                        for k in range(6)
                    )
                )
        x = 300
        for k in range(16):
            s.add(
                f'<path d="M{x + 196 + k * 5},{y + 40}q4,30 -2,{58 + (k * 7) % 13}" '
                f'stroke="{o(0.93, 0.012, 80)}" stroke-width="2.4" fill="none" '
                'opacity=".0"/>'
            )

    s.stand(draw, 195)
