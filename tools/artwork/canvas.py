"""What a picture is drawn on: its elements, what they refer to, and the lot of its name."""

import hashlib
import random

from .colour import PALETTES, oklch
from .shapes import n

W, H = 800, 1000
FLOOR = 800
VIEW = "70 165 660 825"
"""The camera: a closer frame of the room."""


class Canvas:
    """`is_bare`: a part of another picture, without a room or a plinth of its own. `shadow` holds
    the outlines that cast one when what is being drawn stands."""

    def __init__(self, slug, palette, material=None, is_bare=False):
        self.material, self.is_bare = material, is_bare
        self.rng = random.Random(hashlib.sha256(slug.encode()).digest())
        self.p = "a" + hashlib.sha256(slug.encode()).hexdigest()[:5]
        self.k, self.defs, self.body, self.shadow = 0, [], [], []
        (self.light, self.chroma, self.hue), self.floor_darker, _ = PALETTES[palette]
        self.is_dark = self.light < 0.6
        self.floor_y = FLOOR

    def uid(self):
        self.k += 1
        return f"{self.p}{self.k}"

    def wall(self, light=0.0, chroma=0.0):
        """The wall's colour, moved."""
        moved = min(0.985, max(0.08, self.light + light))
        return oklch(moved, max(0, self.chroma + chroma), self.hue)

    def add(self, element):
        self.body.append(element)

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

    def lin(self, stops, x1=0, y1=0, x2=0, y2=1):
        i = self.uid()
        self.defs.append(
            f'<linearGradient id="{i}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
            f"{_stops(stops)}</linearGradient>"
        )
        return f"url(#{i})"

    def rad(self, stops, cx=0.5, cy=0.5, r=0.5):
        i = self.uid()
        self.defs.append(
            f'<radialGradient id="{i}" cx="{cx}" cy="{cy}" r="{r}">{_stops(stops)}</radialGradient>'
        )
        return f"url(#{i})"

    def clip(self, path):
        i = self.uid()
        self.defs.append(f'<clipPath id="{i}"><path d="{path}"/></clipPath>')
        return f'clip-path="url(#{i})"'

    def svg(self, view=VIEW):
        drawn = f"<defs>{''.join(self.defs)}</defs>{''.join(self.body)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{W}" height="{H}">'
            f"{drawn}</svg>"
        )


def _stops(stops):
    return "".join(
        f'<stop offset="{o}" stop-color="{c}"' + (f' stop-opacity="{a[0]}"' if a else "") + "/>"
        for o, c, *a in stops
    )
