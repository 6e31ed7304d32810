"""What is woven."""

from ...colour import oklch
from ...ground import plinth, stand
from ...shapes import Box
from ...solids import sphere
from ...studio import drawing
from .weaving import sadu


@drawing
def cushion(s):
    plinth(s, s.rng.choice(["block", "none"]), w=240, h=46)
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
        stops = [(0, "#fff", 0.22), (0.55, "#fff", 0), (0.56, "#000", 0), (1, "#000", 0.42)]
        s.add(
            f'<g {s.clip(d)}>{sadu(Box(x - 10, y, w + 20, h), cols, 8)}<rect x="'
            f'{x - 20}" y="{y}" width="{w + 40}" height="{h}" fill="'
            f'{s.rad(stops, 0.38, 0.36, 0.72)}"/>'
            "</g>"
        )
        for px, py in ((x, y), (x + w, y), (x - 6, y + h), (x + w + 6, y + h)):
            sphere(s, px, py, 11, (0.72, 0.12, 75), cast=False)

    stand(s, draw, 190)


@drawing
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
        stops = [(0, "#fff", 0.12), (0.6, "#000", 0), (1, "#000", 0.38)]
        s.add(
            f'<path d="{d}" fill="#000" opacity=".25" '
            f'transform="translate(14,8)" {s.blur(12)}/>'
            f'<g {s.clip(d)}>{sadu(Box(x, y, w, b - y), cols, 13)}<rect x="{x}" '
            f'y="{y}" width="{w}" height="{b - y}" fill="{s.lin(stops)}"/>'
            f'<rect x="{x + 8}" y="{y}" width="{w - 16}" height="{b}" '
            f'fill="none" stroke="{cols[1]}" stroke-width="4"/>'
            "</g>"
        )
        stops = [(0, o(0.70, 0.09, 60)), (1, o(0.38, 0.06, 50))]
        s.add(
            f'<rect x="{x - 22}" y="{y - 12}" width="{w + 44}" height="16" '
            f'rx="8" fill="{s.lin(stops)}"/>'
        )
        stops = [(0, "#000", 0.10), (0.25, "#fff", 0.28), (0.5, "#000", 0.05), (1, "#000", 0.62)]
        roll = s.clip(
            f"M{x - 8},{b - 124}h{w + 16}a14,14 0 0 1 14,14v96a14,14 0 0 "
            f"1 -14,14h{-w - 16}a14,14 0 0 1 -14,-14v-96a14,14 0 0 1 14,-14Z"
        )
        s.add(
            f"<g {roll}>{sadu(Box(x - 30, b - 130, w + 60, 134), cols[1:] + cols[:1], 4)}"
            f'<rect x="{x - 30}" y="{b - 130}" width="{w + 60}" height="140" '
            f'fill="{s.lin(stops)}"/></g>'
        )

    stand(s, draw, 190)
