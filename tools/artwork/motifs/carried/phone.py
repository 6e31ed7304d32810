"""A telephone, from both sides."""

from ...colour import oklch, tone
from ...ground import plinth, stand
from ...shapes import Box, star
from ...studio import drawing


@drawing
def phone(s):
    plinth(s, s.rng.choice(["none", "block"]), w=230, h=40)
    t = tone(s, (0.36, 0.06, 262), (0.86, 0.02, 80), (0.55, 0.06, 150), (0.34, 0.01, 270))
    b = s.floor_y
    back, front = Box(414, b - 440, 214, 440), Box(212, b - 462, 226, 462)

    def draw():
        s.add(_slab(s, back, t, 7) + _back(back, t) + "</g>")
        s.add(_slab(s, front, t, -4) + _front(s, front) + "</g>")

    stand(s, draw, 200)


def _slab(s, box, t, rot):
    x, y, w, h, o = box.x, box.y, box.w, box.h, oklch
    s.shadow.append(f"M{x},{y}h{w}v{h}h{-w}Z")
    stops = [
        (0, o(min(0.97, t[0] + 0.18), t[1], t[2])),
        (0.5, o(*t)),
        (1, o(t[0] * 0.7, t[1], t[2])),
    ]
    return (
        f'<g transform="rotate({rot} {x + w / 2} {y + h})"><rect x="{x + 7}" y="'
        f'{y}" width="{w}" height="{h}" rx="40" fill="'
        f'{o(t[0] * 0.55, t[1], t[2])}"/>'
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="40" fill="'
        f'{s.lin(stops, 0, 0, 1, 1)}"/>'
    )


def _back(box, t):
    """Three lenses."""
    x, y = box.x, box.y
    drawn = (
        f'<rect x="{x + 20}" y="{y + 20}" width="96" height="176" rx="34" '
        f'fill="{oklch(t[0] * 0.82, t[1], t[2])}"/>'
    )
    for k in range(3):
        drawn += (
            f'<circle cx="{x + 68}" cy="{y + 56 + k * 52}" r="22" '
            'fill="#14161d"/>'
            f'<circle cx="{x + 68}" cy="{y + 56 + k * 52}" r="22" fill="none" '
            f'stroke="{oklch(0.85, 0.02, 80)}" stroke-width="3"/>'
            f'<circle cx="{x + 62}" cy="{y + 50 + k * 52}" r="6" fill="#7b86b8" '
            'opacity=".8"/>'
        )
    return drawn + (
        f'<path d="{star(x + box.w / 2 + 10, y + box.h * 0.62, 24)}" fill="none" '
        'stroke="#fff" stroke-opacity=".5" stroke-width="3"/>'
    )


def _front(s, box):
    """The lit screen."""
    x, y, w, h, o = box.x, box.y, box.w, box.h, oklch
    i = s.uid()
    s.defs.append(
        f'<clipPath id="{i}"><rect x="{x + 10}" y="{y + 10}" width="{w - 20}'
        f'" height="{h - 20}" rx="31"/>'
        "</clipPath>"
    )
    stops = [(0, o(0.30, 0.10, 268)), (0.55, o(0.48, 0.13, 290)), (1, o(0.76, 0.13, 55))]
    drawn = (
        f'<g clip-path="url(#{i})"><rect x="{x}" y="{y}" width="{w}" '
        f'height="{h}" fill="{s.lin(stops, 0, 0, 0.3, 1)}"/>'
    )
    for rr, op in ((150, 0.16), (104, 0.25), (60, 0.9)):
        drawn += (
            f'<path d="{star(x + w / 2, y + h * 0.56, rr)}" fill="'
            f'{o(0.85, 0.12, 80) if rr == 60 else "none"}" stroke="#fff" '
            f'stroke-opacity="{op}" stroke-width="3" opacity="'
            f'{1 if rr > 60 else 0.9}"/>'
        )
    return drawn + (
        f'<path d="M{x},{y}h{w * 0.62}L{x + w * 0.1},{y + h}H{x}Z" '
        'fill="#fff" opacity=".07"/>'
        f'</g><rect x="{x + w / 2 - 34}" y="{y + 24}" width="68" '
        'height="18" rx="9" fill="#0b0d14"/>'
    )
