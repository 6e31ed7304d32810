"""The room that every picture is drawn in: a plastered wall, a floor, one light from the left."""

from .canvas import H, W
from .shapes import arch, n, star
from .surfaces import shape

HORIZON = 700
WIDE = f'x="{-2 * W}" width="{5 * W}"'
"""Wall and floor go on beside the picture, for cameras that see more of the room."""
ARCADE = 470
"""From arch to arch."""


def backdrop(s, kind=""):
    """`kind`: what stands behind the things; by lot if it isn't said."""
    _wall(s)
    kind = kind or s.rng.choice(["niche", "niche", "arches", "disc", "plain"])
    if kind == "arcade":
        _arcade(s)
    elif kind == "niche":
        _niche(s)
    elif kind == "arches":
        _arches(s)
    elif kind == "disc":
        _disc(s)
    _floor(s)
    _light(s)


def _wall(s):
    plaster = s.lin([(0, s.wall(0.045)), (0.62, s.wall()), (1, s.wall(-0.05))])
    s.add(f'<rect {WIDE} height="{H}" fill="{plaster}"/>')
    sun = s.rad([(0, "#fff", 0.17 if s.is_dark else 0.42), (1, "#fff", 0)])
    s.add(f'<ellipse cx="190" cy="250" rx="560" ry="520" fill="{sun}"/>')


def _niche(s):
    edge = s.wall(0.05)
    w, top = s.rng.choice([250, 275]), s.rng.choice([150, 185])
    d = arch(400, top, w, HORIZON, s.rng.choice(["pointed", "round", "pointed"]))
    stops = [(0, s.wall(-0.115)), (0.35, s.wall(-0.055)), (1, s.wall(0.012))]
    shape(s, d, s.lin(stops, 0, 0, 1, 0.35))
    s.add(
        f'<g {s.clip(d)}><path d="{d}" fill="none" stroke="'
        f'{s.wall(-0.20, 0.01)}" stroke-opacity=".55" stroke-width="34" '
        f'transform="translate(-14,-12)" {s.blur(16)}/>'
        "</g>"
    )
    s.add(f'<path d="{d}" fill="none" stroke="{edge}" stroke-opacity=".8" stroke-width="2.5"/>')


def _arcade(s):
    """Arch beside arch along the wall, darker inside, with the evening in the middle one."""
    for place in range(-3, 4):
        d = arch(400 + place * ARCADE, 210, 188, HORIZON, "pointed")
        dark = -0.13 if place % 2 else -0.085
        shape(s, d, s.lin([(0, s.wall(dark)), (0.5, s.wall(dark + 0.05)), (1, s.wall(0.01))]))
        s.add(
            f'<path d="{d}" fill="none" stroke="{s.wall(0.06)}" stroke-opacity=".75" '
            'stroke-width="3"/>'
        )


def _arches(s):
    for w, top, darker in [(330, 110, -0.025), (255, 190, -0.06), (180, 275, -0.095)]:
        d = arch(400, top, w, HORIZON, "round")
        s.add(
            f'<path d="{d}" fill="{s.wall(-0.25)}" opacity=".22" '
            f'transform="translate(10,10)" {s.blur(12)}/>'
        )
        shape(s, d, s.lin([(0, s.wall(darker + 0.03)), (1, s.wall(darker))], 0, 0, 1, 0.6))


def _disc(s):
    cx, r = s.rng.choice([330, 470, 400]), s.rng.choice([225, 255])
    fill = s.lin([(0, s.wall(0.055, 0.02)), (1, s.wall(-0.055, 0.02))], 0, 0, 0.6, 1)
    s.add(f'<circle cx="{cx}" cy="400" r="{r}" fill="{fill}"/>')


def _floor(s):
    """With a soft edge."""
    down = s.floor_darker
    fill = s.lin([(0, s.wall(down - 0.035)), (0.16, s.wall(down)), (1, s.wall(down + 0.055))])
    s.add(f'<rect y="{HORIZON}" {WIDE} height="{H - HORIZON}" fill="{fill}"/>')
    s.add(
        f'<rect y="{HORIZON - 2}" {WIDE} height="26" fill="'
        f'{s.wall(down - 0.14)}" opacity=".28" {s.blur(9)}/>'
    )


def _light(s):
    """Light through a lattice, or through panes."""
    light = s.rng.choice(["stars", "stars", "panes", "none"])
    op = 0.10 if s.is_dark else 0.20
    if light == "stars":
        dx = s.rng.choice([0, 30, -40])
        s.add(
            f'<g transform="translate({90 + dx},60) skewX(-14) skewY(9)" '
            f'opacity="{op}"><path d="{_lattice(78)}" fill="#fff" {s.blur(2.2)}/>'
            "</g>"
        )
    elif light == "panes":
        panes = "".join(
            f'<rect x="{x * 132}" y="{y * 150}" width="112" height="130"/>'
            for x in range(3)
            for y in range(4)
        )
        s.add(
            '<g transform="translate(120,40) skewX(-16) skewY(10)" fill="#fff" '
            f'opacity="{op * 0.9}" {s.blur(5)}>{panes}</g>'
        )


def _lattice(size):
    places = [(x * size, y * size) for x in range(-1, 6) for y in range(8)]
    stars = "".join(star(x, y, size * 0.47) for x, y in places)
    gaps = "".join(f"M{n(x + size / 2 - 9)},{n(y + size / 2)}l9,-9l9,9l-9,9Z" for x, y in places)
    return stars + gaps
