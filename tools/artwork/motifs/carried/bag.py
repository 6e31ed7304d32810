"""A bag and its flap."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...shapes import star
from ...solids import rod
from ...studio import drawing
from ...surfaces import shape


@drawing
def bag(s):
    plinth(s, s.rng.choice(["none", "block", "round"]), w=230, h=52)
    t = tone(
        s, (0.52, 0.11, 42), (0.36, 0.08, 262), (0.40, 0.09, 20), (0.74, 0.06, 70), (0.34, 0.03, 60)
    )
    y = s.floor_y - 268

    def draw():
        _body(s, y, t)
        _flap(s, y, t)
        _clasp(s, y)

    stand(s, draw, 195)


def _body(s, y, t):
    b, o = s.floor_y, oklch
    d = f"M250,{y}Q400,{y - 16} 550,{y}L592,{b - 18}Q594,{b} 574,{b}H226Q206,{b} 208,{b - 18}Z"
    s.shadow.append(d)
    rod(s, f"M304,{y + 14}C300,{y - 190} 500,{y - 190} 496,{y + 14}", 20, t)
    stops = [
        (0, o(min(0.95, t[0] + 0.10), t[1], t[2])),
        (0.45, o(*t)),
        (1, o(t[0] * 0.58, t[1], t[2])),
    ]
    shape(s, d, s.lin(stops, 0, 0, 1, 0.25))


def _flap(s, y, t):
    """And the seams."""
    b, o = s.floor_y, oklch
    f = (
        f"M250,{y}Q400,{y - 16} 550,{y}L562,{y + 78}Q470,{y + 150} 400,"
        f"{y + 158}Q330,{y + 150} 238,{y + 78}Z"
    )
    s.add(f'<path d="{f}" fill="#000" opacity=".3" transform="translate(4,9)" {s.blur(7)}/>')
    stops = [
        (0, o(min(0.95, t[0] + 0.16), t[1] * 0.95, t[2])),
        (0.5, o(t[0] + 0.03, t[1], t[2])),
        (1, o(t[0] * 0.70, t[1], t[2])),
    ]
    shape(s, f, s.lin(stops, 0, 0, 1, 0.4))
    s.add(
        f'<path d="{f}" fill="none" stroke="#fff" stroke-opacity=".35" '
        'stroke-width="2" stroke-dasharray="8 6" transform="translate(400,'
        f'{y + 60}) scale(.95,.92) translate(-400,{-(y + 60)})"/>'
    )
    s.add(
        f'<path d="M222,{b - 16}H578" stroke="#fff" stroke-opacity=".22" '
        'stroke-width="2" stroke-dasharray="8 6"/>'
    )


def _clasp(s, y):
    o = oklch
    stops = [(0, o(0.93, 0.09, 85)), (1, o(0.52, 0.10, 75))]
    s.add(
        f'<path d="{star(400, y + 140, 30)}" fill="{s.lin(stops, 0, 0, 1, 1)}"/>'
        f'<path d="{star(400, y + 140, 14)}" fill="{o(0.45, 0.09, 70)}"/>'
    )
    for x in (304, 496):
        s.add(
            f'<circle cx="{x}" cy="{y + 18}" r="11" fill="{o(*BRASS)}"/>'
            f'<circle cx="{x - 3}" cy="{y + 15}" r="4" fill="#fff" '
            'opacity=".7"/>'
        )
