"""What has a screen."""

from ...colour import STEEL, oklch, shaded, tone
from ...materials import metal
from ...shapes import At, Box, rounded, star
from ...solids import lathe, rod
from ...studio import motif
from ...surfaces import block, face, flat, line
from .stuffs import IVORY, LAPIS, NIGHT, ROSE, SPACE, WHITE

DUSK = (0.34, 0.11, 275)
DAWN = (0.78, 0.13, 60)


def _screen(s, d, cx, cy, r):
    """A lit screen with the star in the evening sky."""
    fill = s.lin(
        [(0, oklch(*DUSK)), (0.6, oklch(0.52, 0.13, 300)), (1, oklch(*DAWN))], 0, 0, 0.35, 1
    )
    s.add(f'<path d="{d}" fill="{fill}"/><g {s.clip(d)}>')
    for share, op in ((2.1, 0.14), (1.5, 0.22), (1, 0.85)):
        line(s, star(cx, cy, r * share), "#fff", 3, op)
    flat(s, star(cx, cy, r * 0.45), oklch(0.88, 0.11, 82))
    flat(s, f"M{cx - r * 5},{cy - r * 6}h{r * 6}l{-r * 4},{r * 14}h{-r * 4}Z", "#fff", 0.07)
    s.add("</g>")


@motif(contact=230, w=255, plinths="none block")
def laptop(s, b, cx):
    t = tone(s, STEEL, SPACE, (0.86, 0.02, 80))
    x, y, w, h = cx - 196, b - 300, 392, 258
    block(s, Box(x, y, w, h), shaded(t, 0.8), r=16)
    _screen(s, rounded(x + 12, y + 12, w - 24, h - 26, 8), cx, y + h / 2, 44)
    face(s, f"M{x - 34},{b - 8}L{x + 2},{b - 44}H{x + w - 2}L{x + w + 34},{b - 8}Z", t, 1, 0.6)
    flat(
        s,
        f"M{x + 4},{b - 20}L{x + 20},{b - 38}H{x + w - 20}L{x + w - 4},{b - 20}Z",
        oklch(*shaded(t, 0.42)),
        0.85,
    )
    for k in range(4):
        line(
            s,
            f"M{x + 16 - k * 2},{b - 35 + k * 4.4}H{x + w - 16 + k * 2}",
            oklch(*shaded(t, 0.7)),
            1.4,
            0.8,
        )
    face(s, rounded(x - 36, b - 10, w + 72, 14, 7), t, 1, 0.2)
    flat(s, f"M{cx - 46},{b - 10}h92q-4,8 -12,8h-68q-8,0 -12,-8Z", oklch(*shaded(t, 0.7)))


@motif(contact=170, w=230, plinths="none block")
def tablet(s, b, cx):
    t = tone(s, SPACE, (0.86, 0.02, 80), ROSE, LAPIS)
    x, y, w, h = cx - 150, b - 410, 300, 404
    block(s, Box(x, y, w, h), t, r=26, side=8)
    _screen(s, rounded(x + 18, y + 18, w - 36, h - 36, 14), cx, y + 210, 50)
    rod(s, f"M{cx + 196},{b - 16}L{cx + 168},{b - 350}", 17, IVORY)
    line(s, f"M{cx + 167},{b - 352}l-2,-22", oklch(*SPACE), 6)


@motif(contact=150, w=240, plinths="none block")
def monitor(s, b, cx):
    t = tone(s, NIGHT, STEEL, WHITE)
    lathe(s, At(cx, b), [(0, 118), (10, 112)], metal(*t), squash=0.2)
    block(s, Box(cx - 22, b - 110, 44, 104), t, r=6)
    x, y, w, h = cx - 236, b - 386, 472, 290
    block(s, Box(x, y, w, h), t, r=16)
    _screen(s, rounded(x + 12, y + 12, w - 24, h - 34, 6), cx, y + h / 2 - 6, 54)
