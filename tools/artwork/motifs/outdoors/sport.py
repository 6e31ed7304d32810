"""For the playing field."""

from ...colour import BLACK, BRASS, STEEL, lit, oklch, shaded, tone
from ...shapes import Box, Oval, ring_of, rounded, star
from ...solids import rod, sphere
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line, oval
from .stuffs import LAPIS, NIGHT, RUST, SAND, TEAL, WHITE

PLUM = (0.46, 0.10, 330)


@motif(contact=190, w=240)
def dumbbells(s, b, cx):
    t = tone(s, NIGHT, TEAL, PLUM, RUST)
    for dx, dy in ((30, -84), (-20, 0)):
        x, y = cx + dx, b + dy - 70
        rod(s, f"M{x - 130},{y}H{x + 130}", 34, STEEL)
        for k in (-1, 1):
            for step, r in ((100, 66), (140, 74), (178, 54)):
                block(s, Box(x + k * step - 21, y - r, 42, 2 * r), t, r=15, x2=0.1, y2=1)
            block(s, Box(x + k * 206 - 9, y - 20, 18, 40), STEEL, r=7)
        emblem(s, x - 140, y, 17, BRASS)


@motif(contact=190, w=240, plinths="none", floor=850)
def mat(s, b, cx):
    """A mat, rolled in part."""
    t = tone(s, PLUM, TEAL, SAND, LAPIS)
    face(
        s, f"M{cx - 190},{b - 62}H{cx + 150}L{cx + 260},{b + 40}H{cx - 230}Z", lit(t, 0.03), 1, 0.6
    )
    line(
        s,
        star(cx + 30, b - 8, 30),
        "#fff",
        3,
        0.5,
        f'transform="translate(0,{(b - 8) * 0.55}) scale(1,.45)"',
    )
    block(s, Box(cx - 250, b - 170, 110, 166), t, r=54)
    body = f"M{cx - 196},{b - 172}H{cx + 150}a52,84 0 0 1 0,168H{cx - 196}Z"
    face(s, body, t, 0.1, 1)
    for k in range(4):
        line(s, f"M{cx - 190},{b - 150 + k * 9}H{cx + 140}", oklch(*lit(t, 0.14)), 2, 0.35)
    oval(s, Oval(cx - 196, b - 88, 54, 84), lit(t, 0.09), x2=1, y2=1)
    for k in range(5):
        line(
            s, ring_of(cx - 196, b - 88, 46 - k * 10, 72 - k * 15), oklch(*shaded(t, 0.66)), 5, 0.8
        )
    for x in (cx - 60, cx + 70):
        face(s, rounded(x, b - 176, 30, 176, 8), (0.90, 0.03, 80), 0.1, 1, cast=False)
    rod(
        s,
        f"M{cx - 44},{b - 176}C{cx - 30},{b - 290} {cx + 70},{b - 290} {cx + 84},{b - 176}",
        14,
        (0.88, 0.03, 80),
    )


@motif(contact=140, w=210, plinths="none block")
def racket(s, b, cx):
    """A padel racket and its ball."""
    t = tone(s, NIGHT, TEAL, RUST, WHITE)
    s.add(f'<g transform="rotate(14 {cx} {b})">')
    rod(s, f"M{cx},{b - 170}V{b - 10}", 40, BLACK)
    for k in range(6):
        line(s, f"M{cx - 18},{b - 40 - k * 20}l36,-12", "#fff", 2.5, 0.3)
    head = (
        f"M{cx - 20},{b - 160}C{cx - 70},{b - 190} {cx - 146},{b - 230} "
        f"{cx - 146},{b - 340}C{cx - 146},{b - 450} {cx - 70},{b - 480} "
        f"{cx},{b - 480}S{cx + 146},{b - 450} {cx + 146},{b - 340}C{cx + 146},{b - 230} "
        f"{cx + 70},{b - 190} {cx + 20},{b - 160}Z"
    )
    face(s, head, t, 1, 0.6)
    line(s, head, oklch(*shaded(t, 0.6) if t[0] > 0.4 else lit(t, 0.2)), 10)
    for row in range(6):
        for k in range(5):
            flat(
                s, ring_of(cx - 72 + k * 36, b - 440 + row * 38, 9, 9), oklch(*shaded(t, 0.42)), 0.9
            )
    flat(
        s,
        (
            f"M{cx - 34},{b - 168}L{cx},{b - 214}L{cx + 34},{b - 168}Q{cx},{b - 180} "
            f"{cx - 34},{b - 168}Z"
        ),
        oklch(*BRASS),
    )
    s.add("</g>")
    sphere(s, cx - 160, b - 42, 44, (0.86, 0.17, 115))
    line(s, f"M{cx - 196},{b - 64}q40,14 62,62", "#fff", 4, 0.8)
