"""A chair to sink into."""

from ...colour import oklch, tone
from ...ground import stand
from ...shapes import star
from ...studio import drawing


@drawing
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
        stops = [
            (0, o(min(0.97, t[0] + 0.12 + k), t[1] * 0.9, t[2])),
            (0.45, o(t[0] + k, t[1], t[2])),
            (1, o((t[0] + k) * 0.62, t[1], t[2])),
        ]
        s.add(
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="'
            f'{s.lin(stops, 0, 0, 0.75, 1)}"/>'
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

    stand(s, draw, 205)
