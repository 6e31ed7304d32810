"""Boxes for when something breaks."""

from ...colour import BRASS, STEEL, oklch, shaded, tone
from ...shapes import Box, Oval, rounded
from ...solids import rod
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line, oval, seam
from .stuffs import LAPIS, OLIVE, RED, WHITE


@motif(contact=160, w=220)
def firstaid(s, b, cx):
    t = tone(s, RED, OLIVE, WHITE)
    mark = WHITE if t != WHITE else (0.55, 0.12, 155)
    rod(
        s,
        f"M{cx - 60},{b - 256}C{cx - 60},{b - 340} {cx + 60},{b - 340} {cx + 60},{b - 256}",
        20,
        shaded(t, 0.8),
    )
    block(s, Box(cx - 190, b - 262, 380, 258), t, r=40, side=14)
    line(s, f"M{cx - 188},{b - 186}H{cx + 188}", oklch(*shaded(t, 0.6)), 5, 0.8)
    line(s, f"M{cx + 100},{b - 186}l8,34", oklch(*STEEL), 8)
    oval(s, Oval(cx, b - 112, 70, 70), mark)
    crescent = f"M{cx + 22},{b - 150}a44,44 0 1 0 0,76a34,38 0 1 1 0,-76Z"
    flat(s, crescent, oklch(*(t if t != WHITE else RED)))
    seam(s, rounded(cx - 176, b - 250, 352, 234, 32), 0.5)


@motif(contact=180, w=240)
def toolbox(s, b, cx):
    t, iron = tone(s, RED, LAPIS, OLIVE), STEEL
    for k, (x, h) in enumerate(((-120, 90), (-40, 130), (40, 70), (110, 110))):
        block(s, Box(cx + x, b - 230 - h, 34, h + 40), (t if k % 2 else (0.80, 0.13, 80)), r=12)
        block(s, Box(cx + x + 10, b - 240, 14, 60), iron, r=3)
    rod(
        s, f"M{cx - 150},{b - 200}L{cx - 150},{b - 330}H{cx + 172}V{b - 200}", 18, shaded(iron, 0.8)
    )
    block(s, Box(cx - 200, b - 206, 400, 202), t, r=16, side=14)
    face(s, rounded(cx - 176, b - 176, 352, 60, 8), shaded(t, 0.8), 1, 0.3, cast=False)
    line(s, f"M{cx - 40},{b - 146}h80", oklch(*iron), 11)
    face(s, rounded(cx - 176, b - 100, 352, 74, 8), shaded(t, 0.8), 1, 0.3, cast=False)
    line(s, f"M{cx - 40},{b - 64}h80", oklch(*iron), 11)
    emblem(s, cx + 140, b - 146, 15, BRASS)
