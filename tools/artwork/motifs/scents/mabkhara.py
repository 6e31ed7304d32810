"""Incense."""

from ...colour import BRASS, oklch, tone
from ...ground import plinth, stand
from ...materials import glaze, metal
from ...shapes import At, Girth
from ...solids import OPEN, hoop, lathe, stars_on
from ...studio import drawing


@drawing
def mabkhara(s):
    plinth(s, s.rng.choice(["round", "block", "steps"]), w=165)
    body, b, cx = (
        tone(s, (0.94, 0.012, 80), (0.40, 0.10, 262), (0.58, 0.11, 40), (0.33, 0.02, 60)),
        s.floor_y,
        400,
    )
    m, g = glaze(*body), metal(*BRASS)
    sm = oklch(0.97, 0.01, 80)
    for dx, op in ((0, 0.50), (26, 0.30)):
        s.add(
            f'<path d="M{cx + dx},{b - 300}c-70,-70 60,-110 10,-190s-70,-90 '
            f'-10,-170" fill="none" stroke="{sm}" stroke-width="{34 - dx * 0.5}" '
            f'opacity="{op}" stroke-linecap="round" {s.blur(15)}/>'
        )

    def draw():
        lathe(s, At(cx, b), [(0, 100), (12, 104), (12, 104), (34, 84), (70, 44), (98, 36)], m)
        lathe(s, At(cx, b), [(98, 38), (108, 42), (108, 42)], g)
        lathe(s, At(cx, b), [(108, 42), (140, 74), (190, 106), (240, 116), (248, 117)], m, lid=OPEN)
        lathe(s, At(cx, b), [(248, 121), (262, 122)], g, lid=OPEN)
        stops = [
            (0, oklch(0.75, 0.17, 50)),
            (0.6, oklch(0.45, 0.13, 35)),
            (1, oklch(0.25, 0.03, 40)),
        ]
        s.add(f'<ellipse cx="{cx}" cy="{b - 260}" rx="88" ry="11" fill="{s.rad(stops)}"/>')
        stars_on(s, Girth(cx, b, 196, 107), 22, 7, oklch(*BRASS), 0.95)
        hoop(s, Girth(cx, b, 228, 115), 2.5, oklch(*BRASS), 0.9)
        hoop(s, Girth(cx, b, 160, 88), 2.5, oklch(*BRASS), 0.9)

    stand(s, draw, 104, cx)
