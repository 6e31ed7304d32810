"""Tools above the room's own; how a motif stands, alone or in company."""

import math
from collections.abc import Callable

from .colour import BRASS, lit, oklch, shaded
from .scene import FLOOR, VIEW, Scene, n, star

Draw = Callable[["Studio", float, float], None]
MOTIFS: dict[str, Callable[["Studio"], None]] = {}
PAPER, INK = (0.965, 0.014, 85), (0.30, 0.05, 262)


class Studio(Scene):
    """A scene with the tools that the motifs are drawn by. `is_bare`: a part of another picture,
    without a room or a plinth of its own."""

    def __init__(self, slug, palette, material=None, is_bare=False):
        self.is_bare = is_bare
        super().__init__(slug, palette, material)

    def backdrop(self):
        if not self.is_bare:
            super().backdrop()

    def plinth(self, kind=None, w=190, h=84):
        kind = kind or self.rng.choice(["round", "block", "none"])
        super().plinth("none" if self.is_bare else kind, w, h)

    def sheen(self, t, x2=1, y2=0.5, depth=0.62):
        """How light falls over a flat face of this stuff."""
        stops = [(0, oklch(*lit(t, 0.11))), (0.42, oklch(*t)), (1, oklch(*shaded(t, depth)))]
        return self.lin(stops, 0, 0, x2, y2)

    def face(self, d, t, x2=1, y2=0.5, cast=True, depth=0.62):
        if cast:
            self.shadow.append(d)
        self.add(f'<path d="{d}" fill="{self.sheen(t, x2, y2, depth)}"/>')

    def flat(self, d, colour, op=1.0, more=""):
        self.add(f'<path d="{d}" fill="{colour}" opacity="{op}" {more}/>')

    def line(self, d, colour, w=3.0, op=1.0, more=""):
        self.add(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{w}" opacity="{op}" '
            f'stroke-linecap="round" stroke-linejoin="round" {more}/>'
        )

    def block(self, x, y, w, h, t, r=10, side=0.0, x2=1, y2=0.35):
        """An upright box with soft corners; `side` shows its dark right face."""
        if side:
            d = rounded(x + side, y + side * 0.12, w, h - side * 0.24, r)
            self.face(d, shaded(t, 0.5), 1, 0.2)
        self.face(rounded(x, y, w, h, r), t, x2, y2)

    def gloss(self, d, w=6.0, op=0.45, soft=2.0):
        self.line(d, "#fff", w, op, self.blur(soft))

    def dusk(self, d, op=0.3, soft=8.0, dx=5, dy=9):
        """The shadow that a part throws on what is behind it."""
        self.flat(d, "#000", op, f'transform="translate({dx},{dy})" {self.blur(soft)}')

    def seam(self, d, op=0.4, colour="#fff"):
        self.line(d, colour, 2, op, 'stroke-dasharray="8 6"')

    def emblem(self, cx, cy, r, t=BRASS, is_line=False):
        colour = oklch(*t)
        if is_line:
            self.line(star(cx, cy, r), colour, max(2.0, r * 0.12))
            self.flat(star(cx, cy, r * 0.42), colour)
        else:
            self.flat(star(cx, cy, r), colour)

    def label(self, x, y, w, h, ink=INK, paper=PAPER, r=4):
        """A paper label: the star, and two lines that stand for words."""
        self.face(rounded(x, y, w, h, r), paper, 1, 0.3, cast=False, depth=0.88)
        size = min(w, h) * 0.24
        self.emblem(x + w / 2, y + h * 0.40, size, ink, is_line=True)
        for place, share in ((0.76, 0.54), (0.87, 0.34)):
            self.line(
                f"M{n(x + w * (1 - share) / 2)},{n(y + h * place)}h{n(w * share)}",
                oklch(*ink),
                max(2.0, h * 0.028),
                0.8,
            )

    def knob(self, cx, cy, r, t=BRASS):
        self.ball(cx, cy, r, *t, cast=False)

    def glow(self, cx, cy, rx, ry, t=(0.92, 0.12, 82), op=0.5):
        fill = self.rad([(0, oklch(*t), op), (1, oklch(*t), 0)])
        self.add(f'<ellipse cx="{n(cx)}" cy="{n(cy)}" rx="{rx}" ry="{ry}" fill="{fill}"/>')

    def oval(self, cx, cy, rx, ry, t, cast=False, x2=1, y2=1, depth=0.62):
        self.face(ring_of(cx, cy, rx, ry), t, x2, y2, cast, depth)


def rounded(x, y, w, h, r):
    r = min(r, w / 2, h / 2)
    arc = f"a{n(r)},{n(r)} 0 0 1"
    return (
        f"M{n(x + r)},{n(y)}h{n(w - 2 * r)}{arc} {n(r)},{n(r)}v{n(h - 2 * r)}{arc} {n(-r)},{n(r)}"
        f"h{n(2 * r - w)}{arc} {n(-r)},{n(-r)}v{n(2 * r - h)}{arc} {n(r)},{n(-r)}Z"
    )


def ring_of(cx, cy, rx, ry):
    arc = f"a{n(rx)},{n(ry)} 0 1 0"
    return f"M{n(cx - rx)},{n(cy)}{arc} {n(2 * rx)},0{arc} {n(-2 * rx)},0Z"


def around(cx, cy, r, count, start=0.0):
    """Points of a circle."""
    for i in range(count):
        turn = start + 2 * math.pi * i / count
        yield cx + r * math.cos(turn), cy + r * math.sin(turn)


def motif(contact=130, plinths="none block round", w=205, h=52, floor=0):
    """Register a drawing: `contact` is half the width of where it touches the ground."""

    def keep(draw: Draw):
        def stands(s: Studio) -> None:
            s.plinth(s.rng.choice(plinths.split()), w=w, h=h)
            if floor:
                s.floor_y = floor
            s.stand(lambda: draw(s, s.floor_y, 400), contact)

        MOTIFS[draw.__name__] = stands
        return draw

    return keep


def still_life(slug, palette, things, view=VIEW):
    """One picture. `things`: (motif, material, x, y, scale); one alone stands on its plinth."""
    room = Studio(slug, palette)
    if len(things) == 1 and things[0][2:] == (0, 0, 1):
        name, material, *_ = things[0]
        room.material = material
        MOTIFS[name](room)
        return room.svg(view)
    ground = FLOOR + 26
    for place, (name, material, x, y, scale) in enumerate(things):
        part = Studio(f"{slug}{place}", palette, material, is_bare=True)
        MOTIFS[name](part)
        shift = f"translate({n(400 + x - 400 * scale)},{n(ground + y - ground * scale)})"
        room.defs += part.defs
        room.add(f'<g transform="{shift} scale({scale})">{"".join(part.body)}</g>')
    return room.svg(view)
