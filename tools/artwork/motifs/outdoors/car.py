"""For the car."""

from ...colour import BLACK, BRASS, STEEL, oklch, shaded, tone
from ...materials import matte
from ...shapes import At, Box, Oval, rounded, star
from ...solids import lathe, rod, sphere
from ...studio import motif
from ...surfaces import block, emblem, face, flat, gloss, knob, line, oval
from .stuffs import NIGHT, OLIVE, RED, TEAL, WHITE


@motif(contact=150, w=220)
def vacuum(s, b, cx):
    """A hand vacuum for the car and the majlis."""
    t = tone(s, NIGHT, WHITE, RED, TEAL)
    face(
        s,
        f"M{cx - 236},{b - 60}L{cx - 216},{b - 4}H{cx - 110}L{cx - 90},{b - 130}Z",
        shaded(t, 0.7),
        1,
        0.4,
    )
    face(
        s,
        (
            f"M{cx - 120},{b - 170}Q{cx - 90},{b - 210} {cx - 20},{b - 210}"
            f"H{cx + 40}V{b - 40}H{cx - 40}Q{cx - 110},{b - 50} {cx - 130},{b - 90}"
            "Z"
        ),
        (0.55, 0.03, 240),
        1,
        0.5,
    )
    gloss(s, f"M{cx - 96},{b - 170}q20,-20 70,-22", 8, 0.6, 3)
    face(
        s,
        (
            f"M{cx + 20},{b - 214}H{cx + 150}Q{cx + 226},{b - 210} {cx + 226},{b - 130}"
            f"T{cx + 150},{b - 36}H{cx + 20}Z"
        ),
        t,
        1,
        0.6,
    )
    rod(
        s,
        f"M{cx + 20},{b - 216}C{cx + 40},{b - 310} {cx + 200},{b - 320} {cx + 206},{b - 180}",
        30,
        t,
    )
    oval(s, Oval(cx + 120, b - 124, 42, 42), shaded(t, 0.7))
    emblem(s, cx + 120, b - 124, 24, BRASS, is_line=True)
    block(s, Box(cx + 70, b - 278, 40, 18), RED, r=8)


@motif(contact=170, w=230)
def inflator(s, b, cx):
    """A pump for tyres."""
    t = tone(s, NIGHT, RED, OLIVE)
    rod(
        s,
        f"M{cx + 100},{b - 200}C{cx + 300},{b - 260} {cx + 280},{b - 20} {cx + 150},{b - 14}",
        18,
        BLACK,
    )
    block(s, Box(cx - 150, b - 300, 250, 296), t, r=36, side=14)
    rod(
        s,
        f"M{cx - 110},{b - 292}C{cx - 100},{b - 390} {cx + 40},{b - 390} {cx + 58},{b - 292}",
        26,
        shaded(t, 0.8),
    )
    oval(s, Oval(cx - 26, b - 196, 84, 84), STEEL, cast=False)
    oval(s, Oval(cx - 26, b - 196, 70, 70), (0.96, 0.01, 85), depth=0.9)
    for k in range(9):
        s.add(
            f'<g transform="rotate({-120 + k * 30} {cx - 26} {b - 196})"><p'
            f'ath d="M{cx - 26},{b - 256}v14" stroke="{oklch(0.25, 0.03, 262)}" '
            f'stroke-width="{4 if k % 2 == 0 else 2}"/></g>'
        )
    line(s, f"M{cx - 26},{b - 196}l40,-34", oklch(*RED), 6)
    knob(s, cx - 26, b - 196, 9, BLACK)
    for k in range(3):
        block(s, Box(cx - 100 + k * 56, b - 84, 40, 30), WHITE if k else RED, r=10)


@motif(contact=90, w=180)
def phonemount(s, b, cx):
    """A phone on its holder."""
    t = tone(s, NIGHT, STEEL)
    lathe(s, At(cx, b), [(0, 92), (12, 98), (30, 70), (40, 30)], matte(*BLACK), squash=0.2)
    rod(s, f"M{cx},{b - 36}V{b - 150}", 28, t)
    sphere(s, cx, b - 156, 30, t)
    s.add(f'<g transform="rotate(-5 {cx} {b - 300})">')
    for k in (-1, 1):
        block(s, Box(cx + k * 112 - 16, b - 330, 32, 110), BLACK, r=12)
    block(s, Box(cx - 102, b - 486, 204, 350), (0.26, 0.01, 265), r=30, side=6)
    d = rounded(cx - 90, b - 474, 180, 326, 20)
    face(s, d, (0.90, 0.03, 140), 1, 1, cast=False, depth=0.94)
    s.add(f"<g {s.clip(d)}>")
    line(
        s,
        (
            f"M{cx - 120},{b - 250}L{cx - 20},{b - 310}L{cx + 10},{b - 520}"
            f"M{cx - 20},{b - 310}L{cx + 130},{b - 230}M{cx - 60},{b - 130}"
            f"L{cx - 20},{b - 310}"
        ),
        "#fff",
        24,
    )
    line(s, f"M{cx - 40},{b - 150}L{cx - 20},{b - 310}L{cx},{b - 420}", oklch(0.55, 0.16, 262), 11)
    flat(s, star(cx, b - 420, 22), oklch(0.58, 0.18, 28))
    s.add("</g></g>")
