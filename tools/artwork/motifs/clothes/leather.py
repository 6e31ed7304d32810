"""Belts, wallets, suitcases."""

from ...colour import BLACK, BRASS, STEEL, lit, oklch, shaded, tone
from ...materials import matte
from ...shapes import At, Box, Oval, rounded
from ...solids import lathe
from ...studio import motif
from ...surfaces import block, dusk, emblem, face, line, oval, seam
from .stuffs import BROWN, INK, MAROON, NAVY, SAND, TAN

OLIVE = (0.48, 0.05, 125)


@motif(contact=150, w=220)
def belt(s, b, cx):
    """Rolled up, buckle outside."""
    t, buckle = tone(s, BROWN, INK, TAN), tone(s, BRASS, STEEL)
    for k, r in enumerate((150, 120, 90, 60)):
        lathe(
            s,
            At(cx - 10, b),
            [(0, r), (104, r)],
            matte(*(t if k % 2 == 0 else shaded(t, 0.7))),
            squash=0.26,
            cast=not k,
            lid=oklch(*(shaded(t, 0.5) if k % 2 else lit(t, 0.06))),
        )
    face(s, f"M{cx + 40},{b - 118}H{cx + 210}q26,0 26,26v44q0,26 -26,26H{cx + 40}Z", t, 1, 0.3)
    seam(s, f"M{cx + 50},{b - 106}H{cx + 206}q16,0 16,18v32q0,18 -16,18H{cx + 50}", 0.6)
    line(s, rounded(cx + 96, b - 136, 74, 132, 16), oklch(*shaded(buckle, 0.6)), 17)
    line(s, rounded(cx + 94, b - 138, 74, 132, 16), oklch(*lit(buckle, 0.08)), 11)
    line(s, f"M{cx + 96},{b - 70}h70", oklch(*lit(buckle, 0.1)), 9)


@motif(contact=150, w=220)
def wallet(s, b, cx):
    """A wallet, open enough to show its cards."""
    t = tone(s, BROWN, INK, TAN, NAVY, OLIVE)
    x, y, w, h = cx - 158, b - 236, 316, 230
    for k, c in enumerate(((0.86, 0.05, 82), (0.55, 0.12, 262), (0.93, 0.012, 82))):
        block(s, Box(x + 40 + k * 12, y - 64 + k * 22, w - 96, 90), c, r=10)
    block(s, Box(x, y, w, h), t, r=22, side=14)
    pocket = f"M{x},{y + 90}H{x + w}V{y + h - 22}q0,22 -22,22H{x + 22}q-22,0 -22,-22Z"
    dusk(s, pocket, 0.35, 6, 0, -6)
    face(s, pocket, lit(t, 0.03), 1, 0.5, cast=False)
    seam(s, f"M{x + 12},{y + 102}V{y + h - 26}q0,14 14,14H{x + w - 26}q14,0 14,-14V{y + 102}", 0.5)
    emblem(s, cx, y + 160, 26, BRASS, is_line=True)


@motif(contact=170, w=240, plinths="none")
def suitcase(s, b, cx):
    t = tone(s, NAVY, (0.55, 0.05, 165), SAND, MAROON, (0.80, 0.012, 80))
    b -= 20
    x, y, w, h = cx - 150, b - 430, 300, 414
    line(
        s,
        f"M{cx - 60},{y}V{y - 110}q0,-14 14,-14h92q14,0 14,14V{y}",
        oklch(*shaded(STEEL, 0.8)),
        12,
    )
    line(s, f"M{cx - 62},{y}V{y - 110}q0,-14 14,-14h92", oklch(*lit(STEEL, 0.1)), 4)
    for dx in (40, 236):
        oval(s, Oval(x + dx + 12, b - 8, 20, 20), BLACK, cast=True)
    block(s, Box(x, y, w, h), t, r=44, side=18)
    for k in range(6):
        px = x + 40 + k * 44
        line(s, f"M{px},{y + 26}V{y + h - 26}", oklch(*shaded(t, 0.68)), 6, 0.7)
        line(s, f"M{px + 7},{y + 26}V{y + h - 26}", oklch(*lit(t, 0.12)), 4, 0.7)
    block(s, Box(cx - 44, y + 18, 88, 26), shaded(t, 0.6), r=13)
    emblem(s, cx + 1, y + 210, 30, BRASS)
