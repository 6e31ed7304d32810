"""What stands on a desk or hangs above it."""

from ...colour import BLACK, BRASS, lit, oklch, shaded, tone
from ...materials import glaze, metal
from ...shapes import At, Box, Oval, around, ring_of, rounded, star
from ...solids import OPEN, lathe, sphere
from ...studio import motif
from ...surfaces import block, emblem, face, flat, glow, knob, label, line, oval
from .stuffs import CREAM, GREEN, LAPIS, MAROON, NIGHT, PAPER, ROSE, TAN

SAND = (0.86, 0.04, 78)


@motif(contact=120, w=200)
def candle(s, b, cx):
    t, wax = tone(s, CREAM, LAPIS, (0.56, 0.06, 160), ROSE, NIGHT), (0.95, 0.03, 85)
    m = glaze(*t)
    lathe(
        s,
        At(cx, b),
        [(0, 110), (10, 118), (10, 118), (220, 118), (230, 116)],
        m,
        squash=0.17,
        lid=OPEN,
    )
    oval(s, Oval(cx, b - 222, 106, 17), wax)
    line(s, f"M{cx},{b - 224}q4,-14 0,-30", oklch(*BLACK), 5)
    glow(s, cx, b - 292, 150, 150, (0.95, 0.12, 85), 0.75)
    flat(
        s,
        (
            f"M{cx},{b - 344}C{cx + 30},{b - 290} {cx + 26},{b - 252} {cx},{b - 250}"
            f"C{cx - 26},{b - 252} {cx - 24},{b - 290} {cx},{b - 344}Z"
        ),
        oklch(0.90, 0.14, 82),
    )
    flat(
        s,
        (
            f"M{cx},{b - 310}C{cx + 14},{b - 280} {cx + 12},{b - 256} {cx},{b - 254}"
            f"C{cx - 12},{b - 256} {cx - 12},{b - 280} {cx},{b - 310}Z"
        ),
        oklch(0.98, 0.06, 95),
    )
    label(s, Box(cx - 62, b - 160, 116, 108))


@motif(contact=130, w=215, plinths="none block")
def frame(s, b, cx):
    """A star of many points in a frame of wood."""
    t, ground = tone(s, (0.46, 0.07, 52), BRASS, BLACK, CREAM), tone(s, CREAM, LAPIS, GREEN, MAROON)
    ink = oklch(*(LAPIS if ground == CREAM else (0.88, 0.09, 82)))
    x, y, w, h = cx - 166, b - 446, 332, 440
    block(s, Box(x, y, w, h), t, r=6, side=14)
    face(s, rounded(x + 24, y + 24, w - 48, h - 48, 2), PAPER, 1, 0.6, cast=False, depth=0.86)
    face(s, rounded(x + 56, y + 56, w - 112, h - 112, 2), ground, 1, 0.8, cast=False, depth=0.8)
    for r, rot in ((94, 0), (76, 0.2), (56, 0.39), (36, 0)):
        line(s, star(cx, y + h / 2, r, rot), ink, 3.4)
    flat(s, star(cx, y + h / 2, 18), ink)
    for px, py in around(cx, y + h / 2, 96, 8):
        line(s, star(px, py, 17), ink, 2, 0.8)


@motif(contact=190, w=240)
def organiser(s, b, cx):
    """A tray for a desk, with what lies in it."""
    t = tone(s, (0.50, 0.07, 54), NIGHT, TAN, GREEN)
    for k, c in enumerate((LAPIS, (0.80, 0.13, 82), MAROON)):
        block(s, Box(cx - 150 + k * 38, b - 350 + k * 22, 17, 200), c, r=7)
        flat(s, f"M{cx - 150 + k * 38},{b - 350 + k * 22}h17l-8.5,-30Z", oklch(0.80, 0.06, 72))
    block(s, Box(cx - 12, b - 300, 120, 190), CREAM, r=4)
    for k in range(4):
        line(s, f"M{cx + 8},{b - 270 + k * 26}h{80 - k % 2 * 24}", oklch(*LAPIS), 4, 0.6)
    block(s, Box(cx - 200, b - 196, 150, 192), t, r=12)
    block(s, Box(cx - 56, b - 140, 260, 136), lit(t, 0.02), r=12, side=14)
    line(s, f"M{cx + 20},{b - 70}h108", oklch(*BRASS), 11)
    emblem(s, cx - 125, b - 96, 36, BRASS, is_line=True)


@motif(contact=130, w=205)
def globe(s, b, cx):
    t = tone(s, (0.56, 0.09, 240), SAND, NIGHT)
    land = (0.68, 0.09, 110) if t[0] < 0.6 else TAN
    lathe(
        s, At(cx, b), [(0, 112), (12, 120), (30, 60), (60, 22), (90, 16)], metal(*BRASS), squash=0.2
    )
    y, r = b - 262, 158
    line(
        s,
        f"M{cx + 130},{y - 150}A196,196 0 0 1 {cx - 30},{y + 194}",
        oklch(*shaded(BRASS, 0.7)),
        16,
    )
    line(s, f"M{cx + 129},{y - 152}A196,196 0 0 1 {cx - 31},{y + 190}", oklch(*lit(BRASS, 0.12)), 6)
    sphere(s, cx, y, r, t)
    s.add(f"<g {s.clip(ring_of(cx, y, r, r))}>")
    for d in (
        (
            f"M{cx - 70},{y - 130}q60,-20 90,20q40,10 20,60q30,40 -10,80"
            "q-10,60 -40,80q-30,-40 -26,-90q-50,-10 -54,-60q-10,-50 20,-90"
            "Z"
        ),
        f"M{cx + 60},{y - 140}q70,10 100,80l-20,60q-60,-10 -80,-60q-20,-40 0,-80Z",
        f"M{cx + 90},{y + 60}q50,-10 50,40q-30,50 -60,20Z",
        f"M{cx - 150},{y + 30}q30,10 20,60l-30,20Z",
    ):
        flat(s, d, oklch(*land), 0.85)
    for k in (-80, 0, 80):
        line(s, f"M{cx - 160},{y + k}q160,44 320,0", "#fff", 1.6, 0.35)
    fade = s.rad(
        [(0, "#fff", 0.35), (0.45, "#fff", 0), (0.5, "#000", 0), (1, "#000", 0.5)], 0.34, 0.28, 0.8
    )
    s.add(f'<circle cx="{cx}" cy="{y}" r="{r}" fill="{fade}"/></g>')
    knob(s, cx + 116, y - 142, 13, BRASS)
