"""What a thing stands on, and the shadow it throws there."""

from .canvas import FLOOR
from .materials import matte
from .shapes import At, Box, n
from .solids import lathe

SOFT = 13
"""How soft a cast shadow is."""
LEAN, FLATTENED = 0.95, 0.20


def plinth(s, kind, w=190, h=84):
    y = FLOOR + 40
    if kind == "none" or s.is_bare:
        s.floor_y = y - 14
        return
    m = matte(min(0.95, s.light + 0.02), s.chroma * 0.9, s.hue)
    if kind == "round":
        lathe(s, At(400, y), [(0, w), (h, w)], m, squash=0.13, lid=s.wall(0.065))
        s.floor_y = y - h + 4
    elif kind == "steps":
        broad, narrow = [(0, w + 62), (38, w + 62)], [(0, w), (50, w)]
        lathe(s, At(400, y + 12), broad, m, squash=0.12, lid=s.wall(0.05))
        lathe(s, At(400, y - 26), narrow, m, squash=0.12, lid=s.wall(0.075))
        s.floor_y = y - 72
    else:
        _slab(s, Box(400 - w, y - h, 2 * w, h + 14))
        s.floor_y = y - h - 10
    s.blur(SOFT)
    s.shadow = []


def _slab(s, box, deep=44):
    front, top, side = s.wall(-0.055), s.wall(0.05), s.wall(-0.16)
    x, y, w, h = box.x, box.y, box.w, box.h
    s.add(
        f'<path d="M{x},{y + 1}L{x + deep},{y - deep * 0.62}H{x + w - deep}L{x + w},'
        f'{y + 1}Z" fill="{s.lin([(0, top), (1, top)])}"/>'
    )
    s.add(
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="3" '
        f'fill="{s.lin([(0, front), (1, side)], 0, 0, 1, 0.5)}"/>'
    )


def stand(s, draw, contact=120, cx=400):
    """Draw a thing with its shadows under it; `contact`: half of how wide it touches the ground."""
    under, s.body = s.body, []
    draw()
    thing, s.body = s.body, under
    s.add(_cast(s))
    colour = s.wall(-0.26 if s.is_dark else -0.5, 0.02)
    s.add(
        f'<ellipse cx="{cx + 8}" cy="{s.floor_y}" rx="{contact * 1.05}" '
        f'ry="{n(contact * 0.15)}" fill="{colour}" opacity=".5" {s.blur(9)}/>'
    )
    s.body += thing


def _cast(s):
    """The shadow of everything drawn since the last one."""
    if not s.shadow:
        return ""
    b, k, m = s.floor_y, LEAN, FLATTENED
    colour = s.wall(-0.22 if s.is_dark else -0.42, 0.02)
    outlines, s.shadow = "".join(s.shadow), []
    return (
        f'<g transform="matrix(1 0 {-k} {m} {n(k * b)} {n(b - m * b)})" '
        f'opacity="0.4" {s.blur(SOFT)}><path d="{outlines}" fill="{colour}"/>'
        "</g>"
    )
