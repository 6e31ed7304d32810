"""For the smallest."""

from ...colour import oklch, shaded, tone
from ...materials import glass, glaze, matte
from ...shapes import At, star
from ...solids import lathe
from ...studio import motif
from ...surfaces import emblem, face, flat, gloss, knob, line
from .stuffs import BLUE, CORAL, CREAM, GREEN, MIX


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
    face(s, d, t, 1, 0.6, depth=0.84)
    line(s, f"M{cx - 56},{top}Q{cx},{top + 46} {cx + 56},{top}", oklch(*trim), 9)
    line(
        s,
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
        flat(s, star(cx + dx, top + dy, 17 + i % 2 * 5), oklch(*MIX[(i + 2) % 6]), 0.8)
    for k in (-24, 0, 24):
        knob(s, cx + k, top + 414, 6, CREAM)


@motif(contact=110, w=190)
def bottle_baby(s, b, cx):
    t = tone(s, (0.84, 0.05, 230), (0.86, 0.05, 20), (0.84, 0.06, 140))
    lathe(
        s,
        At(cx, b),
        [(0, 72), (10, 80), (120, 76), (160, 66), (270, 80), (286, 76)],
        glass(0.94, 0.012, 210, 0.55),
    )
    lathe(
        s, At(cx, b), [(8, 72), (120, 68), (160, 58), (196, 62)], matte(0.97, 0.01, 85), cast=False
    )
    lathe(s, At(cx, b), [(284, 84), (290, 88), (330, 86), (338, 70)], glaze(*t))
    lathe(
        s, At(cx, b), [(338, 54), (356, 48), (372, 24), (400, 20), (410, 8)], matte(0.84, 0.06, 70)
    )
    for k in range(5):
        line(s, f"M{cx + 20},{b - 60 - k * 38}h{34 - k % 2 * 12}", oklch(*shaded(t, 0.6)), 4, 0.9)
    emblem(s, cx - 26, b - 130, 24, shaded(t, 0.7), is_line=True)
    gloss(
        s,
        f"M{cx - 56},{b - 240}C{cx - 44},{b - 180} {cx - 52},{b - 100} {cx - 58},{b - 40}",
        8,
        0.8,
        2,
    )
