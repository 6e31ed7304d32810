"""What hangs: gowns on their hangers."""

from ...colour import BRASS, STEEL, lit, oklch, shaded, tone
from ...shapes import star
from ...solids import rod
from ...studio import motif
from ...surfaces import face, flat, knob, line
from .stuffs import INK, NAVY, SAND, TAN, WHITE

CREAM = (0.90, 0.025, 80)


def _hanger(s, cx, y, t=TAN):
    line(s, f"M{cx},{y - 34}c0,-34 34,-30 30,-54c-4,-22 -38,-20 -40,4", oklch(*STEEL), 6)
    rod(s, f"M{cx - 150},{y + 44}L{cx},{y - 30}L{cx + 150},{y + 44}", 18, t)


def _gown(cx, b, top, wide):
    return (
        f"M{cx - 46},{top}Q{cx},{top + 26} {cx + 46},{top}L{cx + 150},{top + 44}"
        f"L{cx + 214},{top + 330}L{cx + 160},{top + 346}L{cx + 128},{top + 190}"
        f"L{cx + wide},{b}Q{cx},{b + 26} {cx - wide},{b}L{cx - 128},{top + 190}"
        f"L{cx - 160},{top + 346}L{cx - 214},{top + 330}L{cx - 150},{top + 44}Z"
    )


def _folds(s, cx, b, top, t, places):
    for dx in places:
        line(
            s,
            f"M{cx + dx * 0.6},{top + 170}Q{cx + dx * 0.9},{(top + b) / 2} {cx + dx},{b - 14}",
            oklch(*shaded(t, 0.72)),
            11,
            0.45,
            s.blur(5),
        )
        line(
            s,
            (
                f"M{cx + dx * 0.6 + 12},{top + 180}Q{cx + dx * 0.9 + 12},{(top + b) / 2} "
                f"{cx + dx + 12},{b - 14}"
            ),
            oklch(*lit(t, 0.1)),
            8,
            0.6,
            s.blur(5),
        )


@motif(contact=150, plinths="none", floor=850)
def thobe(s, b, cx):
    t = tone(s, WHITE, CREAM, (0.62, 0.02, 250), SAND)
    top, b = b - 596, b - 30
    _hanger(s, cx, top)
    face(s, _gown(cx, b, top, 158), t, 1, 0.35, depth=0.78)
    _folds(s, cx, b, top, t, (-104, -48, 46, 108))
    face(
        s,
        (
            f"M{cx - 48},{top - 2}Q{cx},{top + 28} {cx + 48},{top - 2}L{cx + 40},{top + 22}"
            f"Q{cx},{top + 46} {cx - 40},{top + 22}Z"
        ),
        lit(t, 0.03),
        cast=False,
        depth=0.86,
    )
    line(s, f"M{cx},{top + 36}V{top + 220}", oklch(*shaded(t, 0.78)), 2.5)
    for k in range(4):
        knob(s, cx, top + 62 + k * 44, 5, (0.80, 0.03, 80))
    line(s, f"M{cx + 36},{top + 116}h58v56h-58z", oklch(*shaded(t, 0.82)), 2.4)


@motif(contact=160, plinths="none", floor=850)
def abaya(s, b, cx):
    t, trim = (
        tone(s, INK, NAVY, (0.36, 0.05, 350), (0.62, 0.035, 60), (0.42, 0.035, 165)),
        tone(s, BRASS, (0.86, 0.03, 80)),
    )
    top, b = b - 600, b - 26
    _hanger(s, cx, top)
    face(s, _gown(cx, b, top, 196), t, 1, 0.4, depth=0.55)
    _folds(s, cx, b, top, t, (-150, -92, -36, 40, 98, 152))
    flat(
        s,
        f"M{cx - 14},{top + 20}L{cx - 30},{b + 8}H{cx + 30}L{cx + 14},{top + 20}Z",
        oklch(*shaded(t, 0.62)),
    )
    for k in (-1, 1):
        line(
            s,
            (
                f"M{cx + k * 44},{top + 2}Q{cx + k * 18},{top + 60} {cx + k * 22},{top + 150}"
                f"L{cx + k * 34},{b + 6}"
            ),
            oklch(*trim),
            5,
            0.95,
        )
        line(s, f"M{cx + k * 164},{top + 340}l{k * 46},{-13}", oklch(*trim), 6)
        for y in range(80, 520, 44):
            flat(s, star(cx + k * (36 + y * 0.026), top + y, 8), oklch(*trim), 0.9)
