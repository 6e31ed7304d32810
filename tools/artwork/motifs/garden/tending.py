"""What it is tended with."""

from ...colour import BRASS, COPPER, STEEL, oklch, shaded, tone
from ...materials import glaze, metal
from ...shapes import At, Box, Girth, Oval, ring_of
from ...solids import OPEN, hoop, lathe, rod
from ...studio import motif
from ...surfaces import block, emblem, face, flat, line, oval
from .leaves import leaf
from .stuffs import DEEP, LAPIS, LEAF, LIME, SLATE, WHITE, WOOD


@motif(contact=130, w=210)
def watering(s, b, cx):
    """A watering can."""
    t = tone(s, COPPER, (0.55, 0.07, 165), WHITE, BRASS)
    m = metal(*t) if t in (COPPER, BRASS) else glaze(*t)
    rod(
        s,
        f"M{cx + 100},{b - 230}C{cx + 250},{b - 270} {cx + 240},{b - 90} {cx + 112},{b - 60}",
        22,
        t,
    )
    rod(s, f"M{cx - 100},{b - 70}L{cx - 236},{b - 290}", 24, t)
    s.add(f'<g transform="rotate(-32 {cx - 240} {b - 296})">')
    lathe(s, At(cx - 240, b - 290), [(0, 16), (26, 44), (32, 46)], m, squash=0.3)
    s.add("</g>")
    lathe(
        s,
        At(cx, b),
        [(0, 116), (10, 122), (10, 122), (200, 112), (236, 100), (244, 96)],
        m,
        squash=0.16,
        lid=OPEN,
    )
    rod(
        s,
        f"M{cx - 84},{b - 246}C{cx - 70},{b - 350} {cx + 70},{b - 350} {cx + 84},{b - 246}",
        18,
        t,
    )
    hoop(s, Girth(cx, b, 60, 119, 0.16), 4, oklch(*shaded(t, 0.6)), 0.7)
    hoop(s, Girth(cx, b, 190, 112, 0.16), 4, oklch(*shaded(t, 0.6)), 0.7)
    emblem(s, cx - 12, b - 116, 34, shaded(t, 0.5) if t[0] > 0.55 else BRASS, is_line=True)


@motif(contact=170, w=230)
def gardentools(s, b, cx):
    """Trowel, fork and shears."""
    grip = tone(s, WOOD, (0.44, 0.06, 52), LAPIS)
    for dx, kind in ((-130, "trowel"), (0, "fork"), (126, "rake")):
        x = cx + dx
        s.add(f'<g transform="rotate({dx * 0.05:.1f} {x} {b})">')
        block(s, Box(x - 21, b - 440, 42, 170), grip, r=20)
        flat(s, ring_of(x, b - 416, 7, 7), oklch(*shaded(grip, 0.4)))
        block(s, Box(x - 11, b - 284, 22, 90), STEEL, r=5)
        if kind == "trowel":
            face(
                s,
                (
                    f"M{x - 54},{b - 196}H{x + 54}C{x + 60},{b - 90} {x + 24},{b - 20} "
                    f"{x},{b}C{x - 24},{b - 20} {x - 60},{b - 90} {x - 54},{b - 196}"
                    "Z"
                ),
                STEEL,
                1,
                0.2,
            )
            line(s, f"M{x},{b - 186}V{b - 30}", oklch(*shaded(STEEL, 0.7)), 4)
        else:
            line(s, f"M{x - 46},{b - 190}H{x + 46}", oklch(*STEEL), 20)
            for k in (-44, 0, 44):
                end = b - 6 if kind == "fork" else b - 90
                line(
                    s,
                    f"M{x + k},{b - 190}V{end}" + ("" if kind == "fork" else "l-12,26"),
                    oklch(*shaded(STEEL, 0.9)),
                    13,
                )
        s.add("</g>")


@motif(contact=110, w=200)
def seeds(s, b, cx):
    """Packets of seed."""
    for dx, rot, c, bloom in (
        (-84, -9, (0.84, 0.06, 82), (0.62, 0.16, 30)),
        (92, 8, (0.74, 0.05, 150), (0.80, 0.13, 85)),
        (0, -1, (0.90, 0.03, 80), (0.56, 0.14, 330)),
    ):
        x = cx + dx
        s.add(f'<g transform="rotate({rot} {x} {b})">')
        block(s, Box(x - 98, b - 330 - (dx == 0) * 30, 196, 328 + (dx == 0) * 30), c, r=6)
        y = b - 220
        line(s, f"M{x},{b - 60}C{x - 10},{b - 120} {x + 8},{b - 170} {x},{y}", oklch(*DEEP), 6)
        leaf(s, x, b - 110, 66, 18, -52, LEAF)
        leaf(s, x, b - 130, 66, 18, 54, LIME)
        for k in range(8):
            s.add(f'<g transform="rotate({k * 45} {x} {y})">')
            oval(s, Oval(x, y - 36, 15, 30), bloom)
            s.add("</g>")
        oval(s, Oval(x, y, 17, 17), (0.80, 0.13, 80))
        line(s, f"M{x - 60},{b - 32}h120", oklch(*SLATE), 7, 0.7)
        flat(s, f"M{x - 98},{b - 306 - (dx == 0) * 30}h196v8h-196Z", "#000", 0.12)
        s.add("</g>")
