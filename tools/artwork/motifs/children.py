"""Toys and what the smallest wear."""

from ..colour import BRASS, lit, oklch, shaded, tone
from ..scene import star
from ..studio import around, motif, ring_of, rounded

WOOD = (0.76, 0.075, 70)
RED, BLUE, YELLOW, GREEN, CORAL, PLUM = (
    (0.60, 0.15, 28),
    (0.56, 0.11, 250),
    (0.83, 0.13, 85),
    (0.64, 0.09, 150),
    (0.74, 0.11, 40),
    (0.56, 0.10, 330),
)
MIX = [RED, BLUE, YELLOW, GREEN, CORAL, PLUM]
CREAM = (0.93, 0.02, 80)


@motif(contact=190, w=245, plinths="none block")
def blocks(s, b, cx):
    """Blocks of wood, built into a gate."""
    a, c, d, e = s.rng.sample(MIX, 4)
    s.block(cx - 190, b - 130, 126, 126, a, r=10, side=10)
    s.block(cx + 62, b - 130, 126, 126, c, r=10, side=10)
    s.emblem(cx - 127, b - 67, 34, CREAM)
    s.emblem(cx + 125, b - 67, 34, CREAM)
    s.block(cx - 190, b - 204, 378, 72, WOOD, r=10, side=10)
    arch = (
        f"M{cx - 118},{b - 206}V{b - 300}a116,104 0 0 1 232,0V{b - 206}"
        "h-64v-78a52,50 0 0 0 -104,0v78Z"
    )
    s.face(arch, d, 1, 0.6)
    s.face(f"M{cx - 62},{b - 404}L{cx},{b - 486}L{cx + 62},{b - 404}Z", e, 1, 0.5)
    s.lathe(cx + 2, b - 4, [(0, 34), (96, 34)], s.matte(*YELLOW))


@motif(contact=130, w=200)
def rings(s, b, cx):
    """Rings on a post."""
    colours = s.rng.sample(MIX, 5)
    s.lathe(cx, b, [(0, 138), (12, 142), (26, 130)], s.matte(*WOOD), squash=0.2)
    s.tube(f"M{cx},{b - 30}V{b - 380}", 22, *WOOD)
    for k, c in enumerate(colours):
        r = 130 - k * 17
        s.lathe(
            cx,
            b - 26 - k * 58,
            [(0, r - 16), (14, r), (40, r), (56, r - 16)],
            s.glaze(*c),
            squash=0.2,
        )
    s.ball(cx, b - 366, 42, *CORAL)
    s.emblem(cx - 6, b - 370, 18, CREAM)


@motif(contact=140, w=205)
def bear(s, b, cx):
    """A bear of cloth."""
    t, bow = (
        tone(s, (0.62, 0.075, 58), CREAM, (0.50, 0.06, 48), (0.72, 0.05, 20)),
        tone(s, BLUE, RED, GREEN),
    )
    for k in (-1, 1):
        s.oval(cx + k * 104, b - 36, 62, 44, t, cast=True)
        s.oval(cx + k * 112, b - 36, 34, 26, lit(t, 0.09))
        s.add(f'<g transform="rotate({k * -28} {cx + k * 112} {b - 176})">')
        s.oval(cx + k * 116, b - 160, 36, 78, shaded(t, 0.94), cast=False)
        s.add("</g>")
        s.oval(cx + k * 88, b - 396, 42, 42, t, cast=True)
        s.oval(cx + k * 88, b - 394, 23, 23, lit(t, 0.1))
    s.oval(cx, b - 124, 114, 124, t, cast=True)
    s.oval(cx, b - 106, 72, 84, lit(t, 0.09))
    s.oval(cx, b - 312, 116, 106, t, cast=True)
    s.oval(cx, b - 276, 56, 44, lit(t, 0.12))
    s.oval(cx, b - 296, 20, 14, (0.25, 0.02, 50))
    for k in (-1, 1):
        s.oval(cx + k * 48, b - 332, 11, 13, (0.22, 0.02, 50))
        s.flat(ring_of(cx + k * 48 - 3, b - 337, 4, 4), "#fff", 0.9)
    s.line(f"M{cx - 20},{b - 262}q20,18 40,0M{cx},{b - 284}v14", oklch(0.25, 0.02, 50), 4)
    s.face(f"M{cx - 8},{b - 214}l-70,-30v66Zm16,0l70,-30v66Z", bow, 1, 0.5)
    s.ball(cx, b - 214, 18, *bow)


@motif(contact=210, w=250, plinths="none block")
def train(s, b, cx):
    a, c, d = s.rng.sample(MIX, 3)
    s.block(cx + 30, b - 150, 176, 112, c, r=14, side=8)
    for k in range(3):
        s.ball(cx + 66 + k * 52, b - 158, 25, *MIX[(k * 2 + 1) % 6])
    s.block(cx - 206, b - 140, 210, 102, a, r=20, side=8)
    s.block(cx - 96, b - 262, 100, 170, d, r=12, side=8)
    s.face(rounded(cx - 80, b - 238, 68, 62, 10), (0.86, 0.05, 220), 1, 1, cast=False)
    s.face(f"M{cx - 112},{b - 286}h132v28h-132Z", WOOD, 1, 0.3)
    s.lathe(
        cx - 160, b - 136, [(0, 24), (44, 22), (76, 36), (82, 38)], s.matte(*YELLOW), squash=0.2
    )
    s.line(f"M{cx + 4},{b - 60}h30", oklch(*shaded(WOOD, 0.6)), 12)
    for x in (cx - 160, cx - 56, cx + 74, cx + 166):
        s.oval(x, b - 36, 40, 40, WOOD, cast=True)
        s.oval(x, b - 36, 13, 13, shaded(WOOD, 0.6))
    s.emblem(cx - 152, b - 96, 20, CREAM)


@motif(contact=190, w=240, plinths="none block")
def puzzle(s, b, cx):
    """A picture cut in nine, its last piece beside it."""
    sky, sand = tone(s, (0.60, 0.10, 250), (0.46, 0.10, 285), (0.72, 0.09, 30)), (0.78, 0.10, 75)
    x, y, w = cx - 180, b - 366, 360
    s.block(x - 14, y - 14, w + 28, w + 28, WOOD, r=14, side=10)
    d = rounded(x, y, w, w, 4)
    s.add(
        f'<path d="{d}" fill="{s.lin([(0, oklch(*sky)), (1, oklch(*lit(sky, 0.22)))])}"/><g '
        f"{s.clip(d)}>"
    )
    s.flat(ring_of(x + 250, y + 104, 50, 50), oklch(0.90, 0.11, 85))
    for dx, dy, k in ((40, 300, 0), (190, 280, 1)):
        s.face(
            f"M{x - 60},{y + w}Q{x + dx + 60},{y + dy - 150} {x + w + 80},{y + w}Z",
            (sand[0] - k * 0.1, sand[1], sand[2]),
            1,
            0.6,
            cast=False,
        )
    s.face(f"M{x + 90},{y + 300}v-90l30,-40l30,40v90Z", CREAM, 1, 0.4, cast=False)
    s.emblem(x + 120, y + 236, 16, BRASS)
    s.add("</g>")
    ink = oklch(0.25, 0.04, 262)
    for k in (1, 2):
        p = k * w / 3
        s.line(
            f"M{x + p},{y}v44a15,15 0 1 1 0,30v92a15,15 0 1 0 0,30v94a15,15 0 1 1 0,30V{y + w}",
            ink,
            2.4,
            0.6,
        )
        s.line(
            f"M{x},{y + p}h44a15,15 0 1 0 30,0h92a15,15 0 1 1 30,0h94a15,15 0 1 0 30,0H{x + w}",
            ink,
            2.4,
            0.6,
        )
    s.flat(
        rounded(x + w * 2 / 3 + 3, y + w * 2 / 3 + 3, w / 3 - 6, w / 3 - 6, 3),
        oklch(*shaded(WOOD, 0.78)),
        0.9,
    )


@motif(contact=150, w=220)
def crayons(s, b, cx):
    """Pencils in their box."""
    t = tone(s, BLUE, CORAL, GREEN, YELLOW)
    for k in range(7):
        x, top = cx - 132 + k * 44, b - 372 - (k * 37 % 50)
        c = MIX[k % 6]
        s.face(
            f"M{x - 19},{b - 120}V{top + 60}L{x},{top}L{x + 19},{top + 60}V{b - 120}Z",
            c,
            1,
            0,
            depth=0.6,
        )
        s.face(
            f"M{x - 19},{top + 60}L{x},{top}L{x + 19},{top + 60}q-10,-10 -19,0q-10,10 -19,0Z",
            WOOD,
            1,
            0,
            cast=False,
        )
        s.flat(f"M{x - 6},{top + 20}L{x},{top}L{x + 6},{top + 20}Z", oklch(*c))
    s.block(cx - 164, b - 232, 328, 228, t, r=12, side=10)
    s.flat(f"M{cx - 164},{b - 232}h328v26h-328Z", oklch(*shaded(t, 0.72)), 0.6)
    s.emblem(cx, b - 110, 56, CREAM, is_line=True)
    s.emblem(cx, b - 110, 34, CREAM)


@motif(contact=190, w=240)
def camel(s, b, cx):
    """A camel of wood on wheels."""
    t, cloth = tone(s, WOOD, (0.62, 0.085, 60), (0.50, 0.07, 52)), tone(s, RED, BLUE, GREEN)
    s.block(cx - 190, b - 62, 380, 34, shaded(t, 0.82), r=14)
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
    s.face(d, t, 1, 0.5)
    s.flat(ring_of(cx + 178, b - 432, 5, 6), oklch(0.22, 0.02, 50))
    saddle = (
        f"M{cx - 42},{b - 316}Q{cx + 12},{b - 400} {cx + 62},{b - 300}"
        f"L{cx + 74},{b - 200}Q{cx + 14},{b - 180} {cx - 48},{b - 206}"
        "Z"
    )
    s.face(saddle, cloth, 1, 0.6, cast=False)
    s.seam(saddle, 0.8, oklch(*YELLOW))
    s.emblem(cx + 12, b - 266, 30, YELLOW, is_line=True)
    for x in (cx - 136, cx + 136):
        s.oval(x, b - 30, 34, 34, cloth, cast=True)
        s.oval(x, b - 30, 11, 11, CREAM)


@motif(contact=160, w=220, plinths="none", floor=850)
def onesie(s, b, cx):
    """What a baby wears, laid open."""
    t, trim = (
        tone(s, CREAM, (0.84, 0.05, 230), (0.86, 0.045, 20), (0.85, 0.05, 140)),
        tone(s, CORAL, BLUE, GREEN),
    )
    top = b - 470
    d = (
        f"M{cx - 56},{top}Q{cx},{top + 46} {cx + 56},{top}L{cx + 190},{top + 60}"
        f"L{cx + 152},{top + 170}L{cx + 110},{top + 150}L{cx + 118},{top + 330}"
        f"Q{cx + 60},{top + 350} {cx + 44},{top + 430}H{cx - 44}Q{cx - 60},{top + 350} "
        f"{cx - 118},{top + 330}L{cx - 110},{top + 150}L{cx - 152},{top + 170}"
        f"L{cx - 190},{top + 60}Z"
    )
    s.face(d, t, 1, 0.6, depth=0.84)
    s.line(f"M{cx - 56},{top}Q{cx},{top + 46} {cx + 56},{top}", oklch(*trim), 9)
    s.line(
        (
            f"M{cx + 152},{top + 170}L{cx + 190},{top + 60}M{cx - 152},{top + 170}"
            f"L{cx - 190},{top + 60}"
        ),
        oklch(*trim),
        7,
    )
    for i, (dx, dy) in enumerate(
        ((-60, 130), (54, 120), (-4, 180), (-70, 240), (66, 236), (0, 296))
    ):
        s.flat(star(cx + dx, top + dy, 17 + i % 2 * 5), oklch(*MIX[(i + 2) % 6]), 0.8)
    for k in (-24, 0, 24):
        s.knob(cx + k, top + 414, 6, CREAM)


@motif(contact=110, w=190)
def bottle_baby(s, b, cx):
    t = tone(s, (0.84, 0.05, 230), (0.86, 0.05, 20), (0.84, 0.06, 140))
    s.lathe(
        cx,
        b,
        [(0, 72), (10, 80), (120, 76), (160, 66), (270, 80), (286, 76)],
        s.glass(0.94, 0.012, 210, 0.55),
    )
    s.lathe(cx, b, [(8, 72), (120, 68), (160, 58), (196, 62)], s.matte(0.97, 0.01, 85), cast=False)
    s.lathe(cx, b, [(284, 84), (290, 88), (330, 86), (338, 70)], s.glaze(*t))
    s.lathe(cx, b, [(338, 54), (356, 48), (372, 24), (400, 20), (410, 8)], s.matte(0.84, 0.06, 70))
    for k in range(5):
        s.line(f"M{cx + 20},{b - 60 - k * 38}h{34 - k % 2 * 12}", oklch(*shaded(t, 0.6)), 4, 0.9)
    s.emblem(cx - 26, b - 130, 24, shaded(t, 0.7), is_line=True)
    s.gloss(
        f"M{cx - 56},{b - 240}C{cx - 44},{b - 180} {cx - 52},{b - 100} {cx - 58},{b - 40}",
        8,
        0.8,
        2,
    )


@motif(contact=150, w=215)
def ball(s, b, cx):
    """A football."""
    t = tone(s, (0.40, 0.11, 262), (0.52, 0.16, 28), (0.48, 0.09, 155), (0.30, 0.01, 265))
    y, r = b - 168, 172
    s.ball(cx, y, r, 0.94, 0.008, 85)
    d = ring_of(cx, y, r, r)
    s.add(f"<g {s.clip(d)}>")
    s.flat(star(cx - 14, y - 10, 62), oklch(*t), 0.92)
    for px, py in around(cx - 14, y - 10, 168, 8, 0.2):
        s.flat(star(px, py, 50), oklch(*t), 0.92)
    for px, py in around(cx - 14, y - 10, 118, 8, 0.2):
        s.line(f"M{cx - 14},{y - 10}L{px},{py}", oklch(*shaded(t, 0.8)), 3, 0.5)
    fade = s.rad(
        [(0, "#fff", 0.25), (0.5, "#fff", 0), (0.51, "#000", 0), (1, "#000", 0.5)], 0.36, 0.3, 0.75
    )
    s.add(f'<path d="{d}" fill="{fade}"/></g>')
