"""Digital goods."""

import math

from ...colour import oklch
from ...ground import stand
from ...shapes import star
from ...studio import drawing


@drawing
def cards(s):
    """Digital goods: courses, templates, licences."""
    o = oklch
    s.floor_y = 840

    def draw():
        for i, (dx, dy, rot, c) in enumerate(
            (
                (96, -10, 11, (0.70, 0.12, 70)),
                (40, -4, 5, (0.93, 0.02, 82)),
                (-40, 8, -5, (0.40, 0.12, 262)),
            )
        ):
            x, y, w, h = 264 + dx, 330 + dy, 268, 372
            stops = [(0, o(min(0.98, c[0] + 0.10), c[1], c[2])), (1, o(c[0] * 0.82, c[1], c[2]))]
            s.add(
                f'<g transform="rotate({rot} {x + w / 2} {y + h})"><rect x="{x}" y="'
                f'{y}" width="{w}" height="{h}" rx="22" fill="#000" opacity=".30" '
                f'transform="translate(16,20)" {s.blur(16)}/>'
                f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="22" fill="'
                f'{s.lin(stops, 0, 0, 1, 1)}"/>'
            )
            if i == 2:
                for rr, wd in ((92, 5), (64, 4)):
                    s.add(
                        '<path d="'
                        + (star(x + w / 2, y + 150, rr, math.pi / 8 if rr == 64 else 0))
                        + f'" fill="none" stroke="{o(0.86, 0.11, 82)}" stroke-width="{wd}"/>'
                    )
                s.add(
                    f'<path d="{star(x + w / 2, y + 150, 30)}" fill="{o(0.86, 0.11, 82)}"/>'
                    f'<path d="M{x + 46},{y + 284}h{w - 92}M{x + 76},{y + 316}h{w - 152}'
                    '" stroke="#fff" stroke-opacity=".8" stroke-width="9" '
                    'stroke-linecap="round"/>'
                )
            s.add("</g>")

    stand(s, draw, 150)
