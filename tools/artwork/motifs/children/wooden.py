"""Toys of wood."""

from ...colour import oklch, shaded, tone
from ...materials import glaze, matte
from ...shapes import At, Box, Oval, ring_of, rounded
from ...solids import lathe, rod, sphere
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line, oval, seam
from .stuffs import BLUE, CORAL, CREAM, GREEN, MIX, RED, WOOD, YELLOW


@motif(contact=190, w=245, plinths="none block")
def blocks(s, b, cx):
    """Blocks of wood, built into a gate."""
    a, c, d, e = s.rng.sample(MIX, 4)
    block(s, Box(cx - 190, b - 130, 126, 126), a, r=10, side=10)
    block(s, Box(cx + 62, b - 130, 126, 126), c, r=10, side=10)
    emblem(s, cx - 127, b - 67, 34, CREAM)
    emblem(s, cx + 125, b - 67, 34, CREAM)
    block(s, Box(cx - 190, b - 204, 378, 72), WOOD, r=10, side=10)
    gate = (
        f"M{cx - 118},{b - 206}V{b - 300}a116,104 0 0 1 232,0V{b - 206}"
        "h-64v-78a52,50 0 0 0 -104,0v78Z"
    )
    face(s, gate, d, 1, 0.6)
    face(s, f"M{cx - 62},{b - 404}L{cx},{b - 486}L{cx + 62},{b - 404}Z", e, 1, 0.5)
    lathe(s, At(cx + 2, b - 4), [(0, 34), (96, 34)], matte(*YELLOW))


@motif(contact=130, w=200)
def rings(s, b, cx):
    """Rings on a post."""
    colours = s.rng.sample(MIX, 5)
    lathe(s, At(cx, b), [(0, 138), (12, 142), (26, 130)], matte(*WOOD), squash=0.2)
    rod(s, f"M{cx},{b - 30}V{b - 380}", 22, WOOD)
    for k, c in enumerate(colours):
        r = 130 - k * 17
        lathe(
            s,
            At(cx, b - 26 - k * 58),
            [(0, r - 16), (14, r), (40, r), (56, r - 16)],
            glaze(*c),
            squash=0.2,
        )
    sphere(s, cx, b - 366, 42, CORAL)
    emblem(s, cx - 6, b - 370, 18, CREAM)


@motif(contact=210, w=250, plinths="none block")
def train(s, b, cx):
    a, c, d = s.rng.sample(MIX, 3)
    block(s, Box(cx + 30, b - 150, 176, 112), c, r=14, side=8)
    for k in range(3):
        sphere(s, cx + 66 + k * 52, b - 158, 25, MIX[(k * 2 + 1) % 6])
    block(s, Box(cx - 206, b - 140, 210, 102), a, r=20, side=8)
    block(s, Box(cx - 96, b - 262, 100, 170), d, r=12, side=8)
    face(s, rounded(cx - 80, b - 238, 68, 62, 10), (0.86, 0.05, 220), 1, 1, cast=False)
    face(s, f"M{cx - 112},{b - 286}h132v28h-132Z", WOOD, 1, 0.3)
    lathe(
        s,
        At(cx - 160, b - 136),
        [(0, 24), (44, 22), (76, 36), (82, 38)],
        matte(*YELLOW),
        squash=0.2,
    )
    line(s, f"M{cx + 4},{b - 60}h30", oklch(*shaded(WOOD, 0.6)), 12)
    for x in (cx - 160, cx - 56, cx + 74, cx + 166):
        oval(s, Oval(x, b - 36, 40, 40), WOOD, cast=True)
        oval(s, Oval(x, b - 36, 13, 13), shaded(WOOD, 0.6))
    emblem(s, cx - 152, b - 96, 20, CREAM)


@motif(contact=190, w=240)
def camel(s, b, cx):
    """A camel of wood on wheels."""
    t, cloth = tone(s, WOOD, (0.62, 0.085, 60), (0.50, 0.07, 52)), tone(s, RED, BLUE, GREEN)
    block(s, Box(cx - 190, b - 62, 380, 34), shaded(t, 0.82), r=14)
    d = (
        f"M{cx - 120},{b - 62}L{cx - 128},{b - 190}C{cx - 140},{b - 280} "
        f"{cx - 60},{b - 260} {cx - 30},{b - 330}C{cx - 6},{b - 376} "
        f"{cx + 40},{b - 372} {cx + 58},{b - 300}C{cx + 80},{b - 250} "
        f"{cx + 128},{b - 262} {cx + 138},{b - 330}L{cx + 140},{b - 400}"
        f"C{cx + 136},{b - 452} {cx + 176},{b - 468} {cx + 214},{b - 436}"
        f"L{cx + 226},{b - 408}L{cx + 178},{b - 396}C{cx + 184},{b - 300} "
        f"{cx + 176},{b - 220} {cx + 128},{b - 190}L{cx + 122},{b - 62}"
        f"H{cx + 78}L{cx + 70},{b - 160}H{cx - 66}L{cx - 76},{b - 62}"
        "Z"
    )
    face(s, d, t, 1, 0.5)
    flat(s, ring_of(cx + 178, b - 432, 5, 6), oklch(0.22, 0.02, 50))
    saddle = (
        f"M{cx - 42},{b - 316}Q{cx + 12},{b - 400} {cx + 62},{b - 300}"
        f"L{cx + 74},{b - 200}Q{cx + 14},{b - 180} {cx - 48},{b - 206}"
        "Z"
    )
    face(s, saddle, cloth, 1, 0.6, cast=False)
    seam(s, saddle, 0.8, oklch(*YELLOW))
    emblem(s, cx + 12, b - 266, 30, YELLOW, is_line=True)
    for x in (cx - 136, cx + 136):
        oval(s, Oval(x, b - 30, 34, 34), cloth, cast=True)
        oval(s, Oval(x, b - 30, 11, 11), CREAM)
