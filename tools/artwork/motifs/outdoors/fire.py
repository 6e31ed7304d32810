"""Light and fire."""

from ...colour import BRASS, STEEL, oklch, shaded, tone
from ...materials import glass, glaze, matte, metal
from ...shapes import At, Box, Oval, around
from ...solids import lathe, rod, sphere
from ...studio import motif
from ...surfaces import block, flat, glow, line, oval
from .stuffs import NIGHT, OLIVE, RED, RUST


@motif(contact=110, w=190)
def camplight(s, b, cx):
    t = tone(s, OLIVE, RUST, NIGHT, RED)
    line(
        s,
        f"M{cx - 96},{b - 300}C{cx - 110},{b - 480} {cx + 110},{b - 480} {cx + 96},{b - 300}",
        oklch(*shaded(STEEL, 0.8)),
        9,
    )
    lathe(s, At(cx, b), [(0, 108), (10, 114), (66, 108), (76, 96)], glaze(*t))
    glow(s, cx, b - 190, 240, 230, (0.93, 0.11, 82), 0.55)
    lathe(s, At(cx, b), [(76, 84), (130, 98), (240, 98), (290, 80)], glass(0.97, 0.06, 88, 0.86))
    lathe(s, At(cx, b), [(96, 26), (260, 26)], matte(0.99, 0.05, 95), cast=False)
    for k in (-1, 0, 1):
        line(
            s,
            (
                f"M{cx + k * 74},{b - 82}C{cx + k * 104},{b - 140} {cx + k * 104},{b - 230} "
                f"{cx + k * 74},{b - 288}"
            ),
            oklch(*shaded(STEEL, 0.7)),
            6,
        )
    lathe(s, At(cx, b), [(288, 92), (300, 100), (320, 92), (340, 56), (350, 24)], glaze(*t))
    oval(s, Oval(cx, b - 36, 20, 20), BRASS)


@motif(contact=190, w=240, plinths="none", floor=850)
def firepit(s, b, cx):
    """A fire with a pot over it."""
    t = tone(s, NIGHT, BRASS, STEEL)
    for k in (-1, 0, 1):
        rod(s, f"M{cx},{b - 500}L{cx + k * 190},{b - 8}", 12, shaded(STEEL, 0.6))
    line(s, f"M{cx},{b - 500}V{b - 366}", oklch(*shaded(STEEL, 0.5)), 5)
    line(
        s,
        f"M{cx - 80},{b - 260}C{cx - 80},{b - 400} {cx + 80},{b - 400} {cx + 80},{b - 260}",
        oklch(*shaded(STEEL, 0.7)),
        7,
    )
    glow(s, cx, b - 90, 300, 230, (0.80, 0.17, 55), 0.6)
    lathe(
        s,
        At(cx, b - 130),
        [(0, 60), (10, 84), (70, 98), (124, 84), (130, 86), (136, 62), (156, 20)],
        metal(*t),
    )
    for dx, h, w in ((-46, 130, 40), (34, 150, 46), (0, 110, 56), (-6, 70, 30)):
        c = (0.70, 0.19, 42) if h > 120 else ((0.82, 0.17, 70) if h > 80 else (0.95, 0.12, 95))
        y, mid = b - 30, b - 30 - h * 0.5
        flat(
            s,
            (
                f"M{cx + dx - w},{y}C{cx + dx - w},{mid} {cx + dx - 6},{mid} {cx + dx},{y - h}"
                f"C{cx + dx + 10},{mid} {cx + dx + w},{mid} {cx + dx + w},{y}Z"
            ),
            oklch(*c),
            0.92,
            s.blur(3),
        )
    for rot, x in ((12, -20), (-14, 24), (4, 0)):
        s.add(f'<g transform="rotate({rot} {cx + x} {b - 20})">')
        block(s, Box(cx + x - 130, b - 42, 260, 36), (0.40, 0.06, 50), r=18)
        s.add("</g>")
    for px, py in list(around(0, 0, 1, 11, 0.05))[:11]:
        sphere(s, cx + px * 196, b - 4 + py * 34, 30, (0.55, 0.015, 70))
