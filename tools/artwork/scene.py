"""The room that every picture is drawn in: a plastered wall, a floor, one light from the left."""

import hashlib
import math
import random

from .colour import PALETTES, oklch

W, H = 800, 1000
FLOOR = 800
VIEW = "70 165 660 825"
"""The camera: a closer frame of the room."""


def n(v):
    return f"{v:.1f}".rstrip("0").rstrip(".")


def star(cx, cy, r, rot=0.0, inner=0.7654):
    """The khatam: two squares turned by 45 degrees, as one outline of sixteen points."""
    pts = []
    for i in range(16):
        rr = r if i % 2 == 0 else r * inner
        t = rot + math.pi * i / 8
        pts.append(f"{n(cx + rr * math.cos(t))},{n(cy + rr * math.sin(t))}")
    return "M" + "L".join(pts) + "Z"


class Scene:
    """A room, its light, and tools to draw what stands in it."""

    def __init__(self, slug, palette, material=None):
        self.material = material
        self.rng = random.Random(hashlib.sha256(slug.encode()).digest())
        self.p = "a" + hashlib.sha256(slug.encode()).hexdigest()[:5]
        self.k, self.defs, self.body, self.shadow = 0, [], [], []
        (self.l, self.c, self.h), self.df, self.acc = PALETTES[palette]
        self.dark = self.l < 0.6
        self.floor_y = FLOOR
        self.backdrop()

    # ---- small tools
    def uid(self):
        self.k += 1
        return f"{self.p}{self.k}"

    def wall(self, dl=0, dc=0, dh=0):
        return oklch(min(0.985, max(0.08, self.l + dl)), max(0, self.c + dc), self.h + dh)

    def add(self, s):
        self.body.append(s)

    def blur(self, d):
        key = f"{self.p}b{n(d).replace('.', '_')}"
        tag = (
            f'<filter id="{key}" x="-60%" y="-60%" width="220%" height="220%">'
            f'<feGaussianBlur stdDeviation="{n(d)}"/>'
            "</filter>"
        )
        if tag not in self.defs:
            self.defs.append(tag)
        return f'filter="url(#{key})"'

    def lin(self, stops, x1=0, y1=0, x2=0, y2=1, units=""):
        i = self.uid()
        st = "".join(
            f'<stop offset="{o}" stop-color="{c}"' + (f' stop-opacity="{a[0]}"' if a else "") + "/>"
            for o, c, *a in stops
        )
        self.defs.append(
            f'<linearGradient id="{i}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
            f"{units}>{st}</linearGradient>"
        )
        return f"url(#{i})"

    def rad(self, stops, cx=0.5, cy=0.5, r=0.5):
        i = self.uid()
        st = "".join(
            f'<stop offset="{o}" stop-color="{c}"' + (f' stop-opacity="{a[0]}"' if a else "") + "/>"
            for o, c, *a in stops
        )
        self.defs.append(
            f'<radialGradient id="{i}" cx="{cx}" cy="{cy}" r="{r}">{st}</radialGradient>'
        )
        return f"url(#{i})"

    def clip(self, path):
        i = self.uid()
        self.defs.append(f'<clipPath id="{i}"><path d="{path}"/></clipPath>')
        return f'clip-path="url(#{i})"'

    # ---- the room
    def backdrop(self):
        r, hz = self.rng, 700
        self.add(
            f'<rect width="{W}" height="{H}" fill="'
            + (self.lin([(0, self.wall(0.045)), (0.62, self.wall()), (1, self.wall(-0.05))]))
            + '"/>'
        )
        self.add(
            '<ellipse cx="190" cy="250" rx="560" ry="520" fill="'
            + (self.rad([(0, "#fff", 0.42 if not self.dark else 0.17), (1, "#fff", 0)]))
            + '"/>'
        )
        kind = r.choice(["niche", "niche", "arches", "disc", "plain"])
        lite = self.wall(0.05)
        if kind == "niche":
            w, top = r.choice([250, 275]), r.choice([150, 185])
            d = self.arch(400, top, w, hz, r.choice(["pointed", "round", "pointed"]))
            self.add(
                f'<path d="{d}" fill="'
                + (
                    self.lin(
                        [
                            (0, self.wall(-0.115)),
                            (0.35, self.wall(-0.055)),
                            (1, self.wall(0.012)),
                        ],
                        0,
                        0,
                        1,
                        0.35,
                    )
                )
                + '"/>'
            )
            self.add(
                f'<g {self.clip(d)}><path d="{d}" fill="none" stroke="'
                f'{self.wall(-0.20, 0.01)}" stroke-opacity=".55" stroke-width="34" '
                f'transform="translate(-14,-12)" {self.blur(16)}/>'
                "</g>"
            )
            self.add(
                f'<path d="{d}" fill="none" stroke="{lite}" stroke-opacity=".8" '
                'stroke-width="2.5"/>'
            )
        elif kind == "arches":
            for w, top, dl in [(330, 110, -0.025), (255, 190, -0.06), (180, 275, -0.095)]:
                d = self.arch(400, top, w, hz, "round")
                self.add(
                    f'<path d="{d}" fill="{self.wall(-0.25)}" opacity=".22" '
                    f'transform="translate(10,10)" {self.blur(12)}/>'
                )
                self.add(
                    f'<path d="{d}" fill="'
                    + (self.lin([(0, self.wall(dl + 0.03)), (1, self.wall(dl))], 0, 0, 1, 0.6))
                    + '"/>'
                )
        elif kind == "disc":
            self.add(
                f'<circle cx="{r.choice([330, 470, 400])}" cy="400" r="'
                f'{r.choice([225, 255])}" fill="'
                + (
                    self.lin(
                        [(0, self.wall(0.055, 0.02)), (1, self.wall(-0.055, 0.02))],
                        0,
                        0,
                        0.6,
                        1,
                    )
                )
                + '"/>'
            )
        # floor with a soft edge
        self.add(
            f'<rect y="{hz}" width="{W}" height="{H - hz}" fill="'
            + (
                self.lin(
                    [
                        (0, self.wall(self.df - 0.035)),
                        (0.16, self.wall(self.df)),
                        (1, self.wall(self.df + 0.055)),
                    ]
                )
            )
            + '"/>'
        )
        self.add(
            f'<rect y="{hz - 2}" width="{W}" height="26" fill="'
            f'{self.wall(self.df - 0.14)}" opacity=".28" {self.blur(9)}/>'
        )
        # light through the lattice
        light = r.choice(["stars", "stars", "panes", "none"])
        op = 0.20 if not self.dark else 0.10
        if light == "stars":
            s, dx = 78, r.choice([0, 30, -40])
            cells = "".join(star(x * s, y * s, s * 0.47) for x in range(-1, 6) for y in range(0, 8))
            cells += "".join(
                f"M{n(x * s + s / 2 - 9)},{n(y * s + s / 2)}l9,-9l9,9l-9,9Z"
                for x in range(-1, 6)
                for y in range(0, 8)
            )
            self.add(
                f'<g transform="translate({90 + dx},60) skewX(-14) skewY(9)" '
                f'opacity="{op}"><path d="{cells}" fill="#fff" {self.blur(2.2)}/>'
                "</g>"
            )
        elif light == "panes":
            cells = "".join(
                (f'<rect x="{x * 132}" y="{y * 150}" width="112" height="130"/>')
                for x in range(3)
                for y in range(4)
            )
            self.add(
                '<g transform="translate(120,40) skewX(-16) skewY(10)" fill="#fff" '
                f'opacity="{op * 0.9}" {self.blur(5)}>{cells}</g>'
            )

    def arch(self, cx, top, w, base, kind):
        x0, x1 = cx - w, cx + w
        if kind == "round":
            y = top + w
            return f"M{x0},{base}V{y}A{w},{w} 0 0 1 {x1},{y}V{base}Z"
        y = top + w * 1.12
        return (
            f"M{x0},{base}V{n(y)}C{x0},{n(y - w * 0.62)} {n(cx - w * 0.36)},"
            f"{n(top + w * 0.22)} {cx},{top}C{n(cx + w * 0.36)},{n(top + w * 0.22)}"
            f" {x1},{n(y - w * 0.62)} {x1},{n(y)}V{base}Z"
        )

    def plinth(self, kind=None, w=190, h=84):
        kind = kind or self.rng.choice(["round", "round", "block", "none", "steps"])
        y = FLOOR + 40
        if kind == "none":
            self.floor_y = y - 14
            return
        m = self.matte(min(0.95, self.l + 0.02), self.c * 0.9, self.h)
        if kind == "round":
            self.lathe(400, y, [(0, w), (h, w)], m, squash=0.13, lid=self.wall(0.065))
            self.floor_y = y - h + 4
        elif kind == "steps":
            self.lathe(
                400, y + 12, [(0, w + 62), (38, w + 62)], m, squash=0.12, lid=self.wall(0.05)
            )
            self.lathe(400, y - 26, [(0, w), (50, w)], m, squash=0.12, lid=self.wall(0.075))
            self.floor_y = y - 72
        else:
            self.box(
                400 - w,
                y - h,
                2 * w,
                h + 14,
                self.wall(-0.055),
                self.wall(0.05),
                self.wall(-0.16),
                depth=44,
            )
            self.floor_y = y - h - 10
        self.flush()

    def box(self, x, y, w, h, front, top, side, depth=40, r=3):
        d = depth
        self.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
        self.add(
            f'<path d="M{x},{y + 1}L{x + d},{y - d * 0.62}H{x + w - d}L{x + w},'
            f'{y + 1}Z" fill="{self.lin([(0, top), (1, top)])}"/>'
        )
        self.add(
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="'
            + (self.lin([(0, front), (1, side)], 0, 0, 1, 0.5))
            + '"/>'
        )

    # ---- cast shadow of everything drawn since the last flush
    def flush(self, base=None, k=0.95, m=0.20, op=0.40):
        if not self.shadow:
            return ""
        b = base or self.floor_y
        col = self.wall(-0.42 if not self.dark else -0.22, 0.02)
        paths = "".join(self.shadow)
        g = (
            f'<g transform="matrix(1 0 {-k} {m} {n(k * b)} {n(b - m * b)})" '
            f'opacity="{op}" {self.blur(13)}><path d="{paths}" fill="{col}"/>'
            "</g>"
        )
        self.shadow = []
        return g

    def stand(self, draw, contact=120, cx=400, op=0.40):
        """Draw an object with its shadows under it."""
        keep, self.body = self.body, []
        draw()
        obj, self.body = self.body, keep
        self.add(self.flush(op=op))
        col = self.wall(-0.5 if not self.dark else -0.26, 0.02)
        self.add(
            f'<ellipse cx="{cx + 8}" cy="{self.floor_y}" rx="{contact * 1.05}" '
            f'ry="{n(contact * 0.15)}" fill="{col}" opacity=".5" {self.blur(9)}/>'
        )
        self.body += obj

    # ---- materials: base and the bands of light (from, to, colour, opacity, softness)
    def matte(self, light, c, h):
        o = oklch
        return dict(
            base=o(light, c, h),
            lid=o(min(0.97, light + 0.07), c * 0.9, h),
            inner=o(light * 0.45, c, h),
            bands=[
                (-1.1, -0.86, o(light * 0.72, c, h), 0.35, 0.10),
                (-0.80, -0.10, o(min(0.985, light + 0.10), c * 0.85, h), 0.75, 0.20),
                (0.22, 1.2, o(light * 0.66, c * 1.05, h), 0.60, 0.22),
                (0.62, 1.2, o(light * 0.46, c, h), 0.55, 0.14),
                (0.93, 1.05, o(min(0.9, light + 0.02), c, h), 0.35, 0.03),
            ],
        )

    def glaze(self, light, c, h):
        m = self.matte(light, c, h)
        m["bands"] += [
            (-0.56, -0.46, "#ffffff", 0.75, 0.025),
            (-0.40, -0.36, "#ffffff", 0.35, 0.02),
        ]
        return m

    def metal(self, light, c, h):
        o = oklch
        return dict(
            base=o(light, c, h),
            lid=o(min(0.95, light + 0.10), c * 0.9, h),
            inner=o(light * 0.35, c * 0.8, h),
            bands=[
                (-1.1, -0.84, o(light * 0.42, c, h), 0.85, 0.05),
                (-0.78, -0.44, o(min(0.97, light + 0.20), c * 0.75, h), 0.95, 0.08),
                (-0.40, -0.22, o(light * 0.62, c, h), 0.55, 0.06),
                (-0.16, 0.12, o(min(0.95, light + 0.12), c * 0.9, h), 0.65, 0.09),
                (0.20, 0.62, o(light * 0.48, c, h), 0.80, 0.10),
                (0.60, 0.84, o(light * 0.30, c * 0.8, h), 0.80, 0.07),
                (0.86, 0.97, o(min(0.9, light + 0.08), c, h), 0.70, 0.03),
                (-0.66, -0.58, "#ffffff", 0.85, 0.02),
            ],
        )

    def glass(self, light, c, h, a=0.5):
        m = self.glaze(light, c, h)
        m["alpha"] = a
        m["bands"] = [
            (-1.1, -0.90, oklch(light * 0.55, c, h), 0.55, 0.03),
            (-0.80, -0.62, "#ffffff", 0.55, 0.03),
            (0.30, 1.1, oklch(light * 0.6, c, h), 0.40, 0.16),
            (0.72, 0.84, "#ffffff", 0.40, 0.02),
            (0.92, 1.1, oklch(light * 0.45, c, h), 0.6, 0.03),
        ]
        return m

    # ---- the lathe
    @staticmethod
    def spline(pts, sub=7):
        """Catmull-Rom through (height, radius); a repeated point makes a sharp corner."""
        runs, cur = [], [pts[0]]
        for p in pts[1:]:
            if p == cur[-1]:
                runs.append(cur)
                cur = [p]
            else:
                cur.append(p)
        runs.append(cur)
        out = []
        for run in runs:
            if len(run) == 1:
                out.append(run[0])
                continue
            ext = [run[0]] + run + [run[-1]]
            for i in range(1, len(ext) - 2):
                p0, p1, p2, p3 = ext[i - 1 : i + 3]
                for j in range(sub):
                    t = j / sub
                    out.append(
                        tuple(
                            0.5
                            * (
                                2 * p1[q]
                                + (p2[q] - p0[q]) * t
                                + (2 * p0[q] - 5 * p1[q] + 4 * p2[q] - p3[q]) * t * t
                                + (3 * p1[q] - p0[q] - 3 * p2[q] + p3[q]) * t**3
                            )
                            for q in (0, 1)
                        )
                    )
            out.append(run[-1])
        return out

    def lathe(
        self, cx, base, prof, mat, squash=0.14, lid=None, open_=False, cast=True, tilt_top=True
    ):
        pts = [(h, max(0.1, r)) for h, r in self.spline(prof)]
        (h0, r0), (h1, r1) = pts[0], pts[-1]
        left = [(cx - r, base - h) for h, r in reversed(pts)]
        right = [(cx + r, base - h) for h, r in pts]
        d = (
            "M"
            + "L".join(f"{n(x)},{n(y)}" for x, y in left)
            + (f"A{n(r0)},{n(r0 * squash)} 0 0 0 {n(cx + r0)},{n(base - h0)}L")
            + "L".join(f"{n(x)},{n(y)}" for x, y in right)
            + (f"A{n(r1)},{n(r1 * squash)} 0 0 0 {n(cx - r1)},{n(base - h1)}Z")
        )
        if cast:
            self.shadow.append(d)
        rmax = max(r for _, r in pts)
        a = f' fill-opacity="{mat["alpha"]}"' if "alpha" in mat else ""
        self.add(f'<path d="{d}" fill="{mat["base"]}"{a}/><g {self.clip(d)}>')
        for u, v, col, op, soft in mat["bands"]:
            p1 = [(cx + u * r, base - h) for h, r in pts]
            p2 = [(cx + v * r, base - h) for h, r in reversed(pts)]
            pp = p1 + p2
            ext = r0 * squash + 4
            pp = [(pp[0][0], pp[0][1] + ext)] + pp + [(pp[-1][0], pp[-1][1] + ext)]
            self.add(
                '<path d="M'
                + ("L".join(f"{n(x)},{n(y)}" for x, y in pp))
                + f'Z" fill="{col}" opacity="{op}" {self.blur(max(1, soft * rmax))}/>'
            )
        top = base - h1
        self.add(
            f'<path d="{d}" fill="'
            + (
                self.lin(
                    [(0, "#fff", 0.14), (0.45, "#fff", 0), (0.55, "#000", 0), (1, "#000", 0.20)]
                )
            )
            + '"/>'
            "</g>"
        )
        if r1 > 3:
            ry = r1 * squash
            if open_:
                self.add(
                    f'<ellipse cx="{n(cx)}" cy="{n(top)}" rx="{n(r1)}" ry="{n(ry)}" '
                    f'fill="{mat["lid"]}"/>'
                )
                self.add(
                    f'<ellipse cx="{n(cx)}" cy="{n(top + 1)}" rx="{n(r1 * 0.93)}" ry="'
                    f'{n(ry * 0.86)}" fill="'
                    + (self.lin([(0, mat["inner"]), (1, mat["base"])], 0, 0, 0.4, 1))
                    + '"/>'
                )
            else:
                c2 = lid or mat["lid"]
                self.add(
                    f'<ellipse cx="{n(cx)}" cy="{n(top)}" rx="{n(r1)}" ry="{n(ry)}" fill="{c2}"/>'
                )
        return d

    def tube(self, d, w, light, c, h, cast=True, cap="round"):
        """A bent rod: dark body, light upper edge."""
        o = oklch
        self.add(
            f'<g fill="none" stroke-linecap="{cap}" stroke-linejoin="round">'
            f'<path d="{d}" stroke="{o(light * 0.55, c, h)}" stroke-width="{w}"/>'
            f'<path d="{d}" stroke="{o(light, c, h)}" stroke-width="{n(w * 0.72)}" '
            f'transform="translate({n(-w * 0.07)},{n(-w * 0.07)})"/>'
            f'<path d="{d}" stroke="{o(min(0.97, light + 0.18), c * 0.7, h)}" '
            f'stroke-width="{n(w * 0.24)}" transform="translate({n(-w * 0.16)},'
            f'{n(-w * 0.16)})" opacity=".9" {self.blur(max(0.6, w * 0.05))}/>'
            "</g>"
        )

    def stars_on(self, cx, base, y, r, size, count, col, op=0.9, squash=0.14):
        """A band of stars wrapped round a turned body."""
        s = ""
        for i in range(count):
            t = math.pi * (i + 0.5) / count - math.pi / 2
            x, wx = cx + r * math.sin(t), math.cos(t)
            if wx < 0.18:
                continue
            s += (
                f'<path d="{star(0, 0, size)}" transform="translate({n(x)},'
                f"{n(base - y + r * squash * math.cos(t))}) scale("
                f'{n(wx * 10) if False else round(wx, 2)},1)"/>'
            )
        self.add(f'<g fill="{col}" opacity="{op}">{s}</g>')

    def ring(self, cx, base, y, r, w, col, op=1, squash=0.14):
        self.add(
            f'<path d="M{n(cx - r)},{n(base - y)}A{n(r)},{n(r * squash)} 0 0 0 '
            f'{n(cx + r)},{n(base - y)}" fill="none" stroke="{col}" '
            f'stroke-width="{w}" opacity="{op}"/>'
        )

    def ball(self, cx, cy, r, light, c, h, cast=True):
        o = oklch
        if cast:
            self.shadow.append(
                f"M{n(cx - r)},{n(cy)}a{r},{r} 0 1 0 {2 * r},0a{r},{r} 0 1 0 {-2 * r},0Z"
            )
        self.add(
            f'<circle cx="{n(cx)}" cy="{n(cy)}" r="{n(r)}" fill="'
            + (
                self.rad(
                    [
                        (0, o(min(0.97, light + 0.16), c * 0.8, h)),
                        (0.45, o(light, c, h)),
                        (1, o(light * 0.5, c, h)),
                    ],
                    0.34,
                    0.28,
                    0.78,
                )
            )
            + '"/>'
        )

    def svg(self, view=VIEW):
        drawn = f"<defs>{''.join(self.defs)}</defs>{''.join(self.body)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{W}" height="{H}">'
            f"{drawn}</svg>"
        )
