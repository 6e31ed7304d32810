"""Where one stays the night."""

from ...colour import STEEL, lit, oklch, shaded, tone
from ...shapes import Box, Oval, rounded
from ...solids import rod
from ...studio import motif
from ...surfaces import block, emblem, face, flat, glow, line, oval, seam
from .stuffs import LAPIS, OLIVE, RED, RUST, SAND, TEAL, WHITE


@motif(contact=240, plinths="none", floor=850)
def tent(s, b, cx):
    t, trim = tone(s, SAND, OLIVE, RUST, LAPIS), tone(s, (0.94, 0.015, 82), (0.36, 0.05, 50))
    top = b - 410
    face(
        s,
        f"M{cx - 10},{top}L{cx + 300},{b - 30}L{cx + 196},{b}L{cx - 10},{top}Z",
        shaded(t, 0.62),
        1,
        1,
    )
    face(s, f"M{cx - 10},{top}L{cx + 196},{b}H{cx - 290}Z", t, 1, 0.6)
    for dx in (-150, 90):
        line(s, f"M{cx - 10},{top + 6}L{cx + dx},{b - 4}", oklch(*shaded(t, 0.74)), 3, 0.6)
    flat(s, f"M{cx - 22},{top + 120}L{cx + 70},{b}H{cx - 128}Z", oklch(0.24, 0.03, 60))
    glow(s, cx - 30, b - 70, 90, 100, (0.86, 0.13, 75), 0.8)
    face(
        s,
        (
            f"M{cx - 22},{top + 120}L{cx - 128},{b}H{cx - 176}Q{cx - 80},{b - 130} "
            f"{cx - 22},{top + 120}Z"
        ),
        lit(t, 0.07),
        1,
        0.5,
        cast=False,
    )
    face(
        s,
        (
            f"M{cx - 22},{top + 120}L{cx + 70},{b}H{cx + 108}Q{cx + 40},{b - 130} "
            f"{cx - 22},{top + 120}Z"
        ),
        shaded(t, 0.86),
        1,
        0.5,
        cast=False,
    )
    for k in range(9):
        px = cx - 268 + k * 54
        flat(s, f"M{px},{b}l15,-24l15,24Z", oklch(*trim), 0.9)
    line(s, f"M{cx - 10},{top}L{cx - 10},{top - 40}", oklch(*shaded(trim, 0.6)), 6)
    face(s, f"M{cx - 8},{top - 40}l70,18l-70,20Z", RED, 1, 0.5)
    line(
        s,
        f"M{cx - 120},{top + 170}L{cx - 330},{b + 10}M{cx + 150},{top + 200}L{cx + 330},{b - 10}",
        oklch(*trim),
        2.5,
        0.8,
    )


@motif(contact=190, w=240)
def cooler(s, b, cx):
    t, lid = tone(s, TEAL, SAND, RUST, LAPIS), WHITE
    line(
        s,
        f"M{cx - 196},{b - 200}C{cx - 210},{b - 400} {cx + 210},{b - 400} {cx + 196},{b - 200}",
        oklch(*shaded(STEEL, 0.7)),
        14,
    )
    line(
        s,
        f"M{cx - 198},{b - 204}C{cx - 212},{b - 404} {cx + 208},{b - 404} {cx + 194},{b - 204}",
        oklch(*lit(STEEL, 0.1)),
        5,
    )
    block(s, Box(cx - 190, b - 214, 380, 210), t, r=26, side=14)
    for k in (0, 1):
        line(s, f"M{cx - 170},{b - 60 - k * 26}h340", oklch(*shaded(t, 0.75)), 5, 0.6)
    block(s, Box(cx - 202, b - 268, 404, 72), lid, r=22, side=12)
    block(s, Box(cx - 40, b - 216, 80, 44), shaded(lid, 0.85), r=10)
    emblem(s, cx, b - 118, 32, WHITE, is_line=True)
    for dx in (-196, 188):
        oval(s, Oval(cx + dx, b - 200, 15, 15), STEEL)


@motif(contact=190, w=240, plinths="none block")
def campchair(s, b, cx):
    t, leg = tone(s, RUST, OLIVE, LAPIS, SAND), STEEL
    for x0, x1 in ((-150, 140), (140, -150)):
        rod(s, f"M{cx + x0},{b - 190}L{cx + x1},{b - 6}", 15, shaded(leg, 0.8))
    for k in (-1, 1):
        rod(s, f"M{cx + k * 150},{b - 200}L{cx + k * 140},{b - 440}", 17, leg)
        rod(s, f"M{cx + k * 176},{b - 4}V{b - 270}", 15, shaded(leg, 0.9))
        face(s, rounded(cx + k * 176 - 34, b - 292, 68, 28, 14), shaded(t, 0.75), 1, 0.4)
    face(
        s,
        (
            f"M{cx - 142},{b - 452}Q{cx},{b - 428} {cx + 142},{b - 452}L{cx + 150},{b - 260}"
            f"Q{cx},{b - 226} {cx - 150},{b - 260}Z"
        ),
        t,
        1,
        0.6,
    )
    face(
        s,
        (
            f"M{cx - 152},{b - 244}Q{cx},{b - 210} {cx + 152},{b - 244}L{cx + 176},{b - 168}"
            f"Q{cx},{b - 116} {cx - 176},{b - 168}Z"
        ),
        lit(t, 0.05),
        1,
        0.6,
    )
    seam(s, f"M{cx - 132},{b - 436}Q{cx},{b - 412} {cx + 132},{b - 436}")
    emblem(s, cx, b - 344, 44, (0.92, 0.04, 82), is_line=True)
