"""What one takes along."""

from ...colour import BLACK, BRASS, STEEL, lit, oklch, shaded, tone
from ...materials import glaze, matte, metal
from ...shapes import At, Box, Girth, Oval, ring_of, rounded
from ...solids import hoop, lathe, rod
from ...studio import motif
from ...surfaces import block, dusk, emblem, face, gloss, line, oval, seam
from .stuffs import LAPIS, NIGHT, OLIVE, RUST, TEAL, WHITE


@motif(contact=140, w=210)
def backpack(s, b, cx):
    t, trim = tone(s, OLIVE, LAPIS, RUST, NIGHT, TEAL), tone(s, (0.55, 0.08, 55), BLACK)
    rod(
        s,
        f"M{cx - 40},{b - 420}C{cx - 40},{b - 486} {cx + 40},{b - 486} {cx + 40},{b - 420}",
        15,
        shaded(t, 0.7),
    )
    for k in (-1, 1):
        face(s, rounded(cx + k * 150 - 34, b - 210, 68, 190, 28), shaded(t, 0.82), 1, 0.4)
    face(
        s,
        (
            f"M{cx - 146},{b - 330}Q{cx - 140},{b - 440} {cx},{b - 444}Q{cx + 140},{b - 440} "
            f"{cx + 146},{b - 330}L{cx + 156},{b - 30}q0,30 -30,30H{cx - 126}"
            "q-30,0 -30,-30Z"
        ),
        t,
        1,
        0.4,
    )
    flap = (
        f"M{cx - 150},{b - 290}Q{cx - 146},{b - 430} {cx},{b - 440}Q{cx + 146},{b - 430} "
        f"{cx + 150},{b - 290}Q{cx},{b - 236} {cx - 150},{b - 290}Z"
    )
    dusk(s, flap)
    face(s, flap, lit(t, 0.05), 1, 0.5, cast=False)
    seam(s, f"M{cx - 138},{b - 300}Q{cx},{b - 250} {cx + 138},{b - 300}")
    pocket = rounded(cx - 108, b - 182, 216, 148, 28)
    dusk(s, pocket, 0.22)
    face(s, pocket, t, 1, 0.6, cast=False)
    line(s, f"M{cx - 90},{b - 150}h180", oklch(*shaded(t, 0.5)), 4)
    line(s, f"M{cx + 60},{b - 150}l4,24", oklch(*BRASS), 6)
    for dx in (-70, 70):
        face(s, rounded(cx + dx - 13, b - 330, 26, 130, 6), trim, 1, 0.4, cast=False)
        line(s, rounded(cx + dx - 17, b - 244, 34, 24, 5), oklch(*BRASS), 5)
    emblem(s, cx, b - 92, 26, BRASS, is_line=True)


@motif(contact=100, w=180)
def bottle(s, b, cx):
    """A flask to carry."""
    t, cap = tone(s, LAPIS, OLIVE, WHITE, RUST, NIGHT), tone(s, BLACK, (0.62, 0.085, 62))
    lathe(
        s,
        At(cx, b),
        [(0, 82), (10, 92), (20, 92), (20, 92), (290, 92), (330, 76), (350, 50), (366, 50)],
        glaze(*t),
    )
    lathe(s, At(cx, b), [(364, 56), (372, 60), (372, 60), (420, 58), (428, 50)], matte(*cap))
    rod(
        s,
        f"M{cx - 50},{b - 416}C{cx - 50},{b - 480} {cx + 50},{b - 480} {cx + 50},{b - 416}",
        14,
        cap,
    )
    lathe(s, At(cx, b), [(0, 94), (26, 94)], metal(*STEEL))
    emblem(s, cx - 10, b - 190, 42, BRASS if t != WHITE else LAPIS, is_line=True)
    gloss(s, f"M{cx - 64},{b - 280}V{b - 50}", 10, 0.4, 3)


@motif(contact=170, w=230)
def sleepbag(s, b, cx):
    t, inner = tone(s, OLIVE, LAPIS, RUST), tone(s, (0.80, 0.09, 70), WHITE)
    face(s, f"M{cx - 130},{b - 236}H{cx + 120}a70,118 0 0 1 0,234H{cx - 130}Z", t, 0.1, 1)
    for k in range(4):
        x = cx - 70 + k * 52
        line(s, f"M{x},{b - 234}Q{x + 22},{b - 118} {x},{b - 4}", oklch(*shaded(t, 0.66)), 5, 0.6)
    oval(s, Oval(cx - 130, b - 118, 76, 118), inner, cast=True, x2=1, y2=1)
    for k in range(4):
        line(
            s,
            ring_of(cx - 130, b - 118, 66 - k * 17, 104 - k * 27),
            oklch(*(t if k % 2 else shaded(inner, 0.7))),
            8,
            0.85,
        )
    for x in (cx - 40, cx + 90):
        face(s, rounded(x, b - 244, 28, 246, 8), BLACK, 0.1, 1, cast=False)
        line(s, rounded(x - 5, b - 130, 38, 26, 5), oklch(*STEEL), 5)
    rod(
        s,
        f"M{cx - 26},{b - 244}C{cx - 10},{b - 340} {cx + 90},{b - 340} {cx + 104},{b - 244}",
        13,
        BLACK,
    )


@motif(contact=190, w=235)
def binoculars(s, b, cx):
    t = tone(s, NIGHT, OLIVE, (0.46, 0.06, 55))
    for k in (-1, 1):
        x = cx + k * 84
        lathe(
            s,
            At(x, b),
            [(0, 92), (14, 96), (60, 92), (140, 66), (210, 60), (216, 66), (260, 64), (266, 56)],
            matte(*t),
            squash=0.16,
        )
        oval(s, Oval(x, b - 266, 44, 10), (0.40, 0.09, 280))
        hoop(s, Girth(x, b, 60, 92, 0.16), 7, oklch(*BRASS), 0.9)
        hoop(s, Girth(x, b, 214, 64, 0.16), 5, oklch(*BRASS), 0.9)
    block(s, Box(cx - 34, b - 190, 68, 90), shaded(t, 0.85), r=12)
    lathe(s, At(cx, b - 176), [(0, 26), (50, 26)], metal(*STEEL), squash=0.2)
    emblem(s, cx, b - 134, 18, BRASS)
