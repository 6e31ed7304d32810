"""Paper, ink, gifts: what stands on a desk or a shelf."""

import math

from ..colour import BLACK, BRASS, lit, oklch, shaded, tone
from ..scene import star
from ..studio import around, motif, ring_of, rounded

LAPIS, MAROON, GREEN, TAN, SAND = (
    (0.40, 0.11, 262),
    (0.42, 0.12, 20),
    (0.44, 0.07, 155),
    (0.60, 0.09, 58),
    (0.86, 0.04, 78),
)
CREAM, NIGHT, ROSE, PAPER = (
    (0.94, 0.016, 82),
    (0.30, 0.03, 268),
    (0.76, 0.07, 20),
    (0.965, 0.012, 85),
)


@motif(contact=160, w=230)
def notebook(s, b, cx):
    t = tone(s, LAPIS, MAROON, GREEN, TAN, NIGHT, ROSE)
    s.add(f'<g transform="rotate(-5 {cx} {b})">')
    s.block(cx - 142, b - 400, 284, 394, shaded(PAPER, 0.9), r=8, side=12)
    s.block(cx - 152, b - 406, 284, 400, t, r=14)
    s.flat(f"M{cx - 152},{b - 392}v372q0,14 14,14h14V{b - 406}h-14q-14,0 -14,14Z", "#000", 0.18)
    s.line(star(cx + 6, b - 220, 84), oklch(*BRASS), 4)
    s.line(star(cx + 6, b - 220, 58, math.pi / 8), oklch(*BRASS), 3)
    s.flat(star(cx + 6, b - 220, 24), oklch(*BRASS))
    s.flat(f"M{cx + 88},{b - 406}h16v400h-16Z", oklch(*shaded(t, 0.55)), 0.9)
    s.flat(f"M{cx - 40},{b - 8}v48l12,-14l12,14v-48Z", oklch(0.58, 0.16, 28))
    s.add("</g>")
    s.add(f'<g transform="rotate(18 {cx + 180} {b})">')
    s.block(cx + 168, b - 330, 26, 290, NIGHT, r=12)
    s.flat(f"M{cx + 168},{b - 52}h26l-9,40l-4,10l-4,-10Z", oklch(*BRASS))
    s.line(f"M{cx + 190},{b - 316}v96", oklch(*BRASS), 5)
    s.add("</g>")


@motif(contact=150, w=220)
def pens(s, b, cx):
    """A pen and its ink."""
    t, ink = (
        tone(s, NIGHT, LAPIS, MAROON, GREEN),
        tone(s, (0.28, 0.08, 264), (0.24, 0.02, 60), (0.34, 0.12, 18)),
    )
    s.lathe(
        cx - 80,
        b,
        [(0, 104), (10, 112), (20, 112), (20, 112), (120, 108), (150, 66), (156, 62)],
        s.glass(0.80, 0.03, 240, 0.5),
    )
    s.lathe(cx - 80, b, [(10, 98), (96, 96)], s.glaze(*ink), cast=False)
    s.gloss(f"M{cx - 166},{b - 116}V{b - 30}", 10, 0.7, 3)
    s.lathe(cx - 80, b, [(154, 68), (160, 72), (200, 72), (206, 66)], s.metal(*BRASS))
    s.label(cx - 128, b - 96, 88, 68)
    s.add(f'<g transform="rotate(24 {cx + 130} {b})">')
    s.block(cx + 96, b - 432, 46, 250, t, r=20)
    s.block(cx + 94, b - 214, 50, 22, BRASS, r=6)
    s.face(f"M{cx + 98},{b - 192}h42l-7,100h-28Z", shaded(t, 0.85), 1, 0.1)
    s.face(f"M{cx + 105},{b - 92}h28l-10,74l-4,10l-4,-10Z", BRASS, 1, 0.2)
    s.line(f"M{cx + 119},{b - 66}v50", oklch(*BLACK), 2.5)
    s.line(f"M{cx + 134},{b - 410}v130", oklch(*BRASS), 7)
    s.add("</g>")


@motif(contact=170, w=230)
def reeds(s, b, cx):
    """Reed pens in a pot, for the naskh hand."""
    pot = tone(s, LAPIS, CREAM, GREEN, (0.58, 0.11, 42))
    for k, (dx, rot) in enumerate(((-50, -13), (-18, -5), (14, 4), (46, 12), (0, 0))):
        s.add(f'<g transform="rotate({rot} {cx + dx} {b - 100})">')
        c = ((0.70, 0.09, 72), (0.55, 0.09, 55), (0.62, 0.10, 64))[k % 3]
        s.block(cx + dx - 11, b - 430 + k * 14, 22, 330, c, r=6)
        s.face(f"M{cx + dx - 11},{b - 422 + k * 14}h22l-3,-46l-16,-16Z", lit(c, 0.12), 1, 0.3)
        s.line(f"M{cx + dx - 11},{b - 330 + k * 14}h22", oklch(*shaded(c, 0.6)), 4)
        s.add("</g>")
    s.lathe(
        cx,
        b,
        [(0, 92), (10, 98), (10, 98), (190, 92), (206, 96), (210, 96)],
        s.glaze(*pot),
        squash=0.17,
        open_=True,
    )
    s.stars_on(cx, b, 104, 95, 22, 7, oklch(*(BRASS if pot != CREAM else LAPIS)), 0.95, 0.17)
    for y in (56, 154):
        s.ring(cx, b, y, 96, 3, oklch(*(BRASS if pot != CREAM else LAPIS)), 0.9, 0.17)


@motif(contact=170, w=230)
def gift(s, b, cx):
    """A box with its ribbon: how things arrive."""
    t, band = (
        tone(s, LAPIS, CREAM, GREEN, ROSE, MAROON),
        tone(s, BRASS, (0.93, 0.02, 82), (0.55, 0.13, 28)),
    )
    s.block(cx - 160, b - 236, 320, 232, t, r=8, side=18)
    s.face(rounded(cx - 26, b - 236, 52, 232, 2), band, 1, 0.4, cast=False)
    s.block(cx - 174, b - 300, 348, 72, lit(t, 0.03), r=8, side=18)
    s.face(rounded(cx - 28, b - 300, 56, 72, 2), band, 1, 0.4, cast=False)
    for k in (-1, 1):
        loop = (
            f"M{cx},{b - 302}C{cx + k * 60},{b - 420} {cx + k * 170},{b - 400} "
            f"{cx + k * 130},{b - 330}C{cx + k * 110},{b - 300} {cx + k * 50},{b - 300} "
            f"{cx},{b - 302}Z"
        )
        s.face(loop, band, 1, 0.6)
        s.flat(
            (
                f"M{cx + k * 30},{b - 314}C{cx + k * 64},{b - 374} {cx + k * 124},{b - 372} "
                f"{cx + k * 106},{b - 334}Z"
            ),
            oklch(*shaded(band, 0.55)),
            0.7,
        )
    s.ball(cx, b - 308, 25, *band)
    for x in (-96, 96):
        s.emblem(cx + x, b - 116, 30, BRASS if band != BRASS or t[0] < 0.6 else LAPIS, is_line=True)


@motif(contact=190, w=245)
def hamper(s, b, cx):
    """A basket of good things."""
    t = tone(s, (0.66, 0.09, 66), (0.52, 0.08, 55))
    s.tube(
        f"M{cx - 176},{b - 150}C{cx - 170},{b - 470} {cx + 170},{b - 470} {cx + 176},{b - 150}",
        20,
        *t,
    )
    s.lathe(cx - 96, b - 110, [(0, 52), (150, 52), (160, 40)], s.glaze(0.66, 0.14, 66))
    s.lathe(cx - 96, b - 110, [(160, 46), (196, 46)], s.metal(*BRASS))
    s.block(cx - 34, b - 318, 104, 230, MAROON, r=10)
    s.label(cx - 20, b - 270, 76, 96)
    s.lathe(
        cx + 122, b - 110, [(0, 44), (110, 44), (140, 22), (196, 18)], s.glass(0.50, 0.09, 125, 0.9)
    )
    s.lathe(cx + 122, b - 110, [(196, 22), (220, 22)], s.metal(*BRASS))
    d = (
        f"M{cx - 196},{b - 170}H{cx + 196}L{cx + 166},{b - 14}q-4,14 "
        f"-18,14H{cx - 148}q-14,0 -18,-14Z"
    )
    s.face(d, t, 1, 0.4)
    s.add(f"<g {s.clip(d)}>")
    for row in range(7):
        for k in range(15):
            x, y = cx - 206 + k * 28 + row % 2 * 14, b - 160 + row * 24
            s.line(f"M{x},{y}q10,11 22,0", oklch(*shaded(t, 0.62)), 7, 0.75)
            s.line(f"M{x},{y - 4}q10,11 22,0", oklch(*lit(t, 0.1)), 3, 0.7)
    s.add("</g>")
    s.tube(f"M{cx - 196},{b - 170}H{cx + 196}", 22, *lit(t, 0.04))


@motif(contact=120, w=200)
def candle(s, b, cx):
    t, wax = tone(s, CREAM, LAPIS, (0.56, 0.06, 160), ROSE, NIGHT), (0.95, 0.03, 85)
    m = s.glaze(*t)
    s.lathe(
        cx, b, [(0, 110), (10, 118), (10, 118), (220, 118), (230, 116)], m, squash=0.17, open_=True
    )
    s.oval(cx, b - 222, 106, 17, wax)
    s.line(f"M{cx},{b - 224}q4,-14 0,-30", oklch(*BLACK), 5)
    s.glow(cx, b - 292, 150, 150, (0.95, 0.12, 85), 0.75)
    s.flat(
        (
            f"M{cx},{b - 344}C{cx + 30},{b - 290} {cx + 26},{b - 252} {cx},{b - 250}"
            f"C{cx - 26},{b - 252} {cx - 24},{b - 290} {cx},{b - 344}Z"
        ),
        oklch(0.90, 0.14, 82),
    )
    s.flat(
        (
            f"M{cx},{b - 310}C{cx + 14},{b - 280} {cx + 12},{b - 256} {cx},{b - 254}"
            f"C{cx - 12},{b - 256} {cx - 12},{b - 280} {cx},{b - 310}Z"
        ),
        oklch(0.98, 0.06, 95),
    )
    s.label(cx - 62, b - 160, 116, 108)


@motif(contact=130, w=215, plinths="none block")
def frame(s, b, cx):
    """A star of many points in a frame of wood."""
    t, ground = tone(s, (0.46, 0.07, 52), BRASS, BLACK, CREAM), tone(s, CREAM, LAPIS, GREEN, MAROON)
    ink = oklch(*(LAPIS if ground == CREAM else (0.88, 0.09, 82)))
    x, y, w, h = cx - 166, b - 446, 332, 440
    s.block(x, y, w, h, t, r=6, side=14)
    s.face(rounded(x + 24, y + 24, w - 48, h - 48, 2), PAPER, 1, 0.6, cast=False, depth=0.86)
    s.face(rounded(x + 56, y + 56, w - 112, h - 112, 2), ground, 1, 0.8, cast=False, depth=0.8)
    for r, rot in ((94, 0), (76, 0.2), (56, 0.39), (36, 0)):
        s.line(star(cx, y + h / 2, r, rot), ink, 3.4)
    s.flat(star(cx, y + h / 2, 18), ink)
    for px, py in around(cx, y + h / 2, 96, 8):
        s.line(star(px, py, 17), ink, 2, 0.8)


@motif(contact=190, w=240)
def organiser(s, b, cx):
    """A tray for a desk, with what lies in it."""
    t = tone(s, (0.50, 0.07, 54), NIGHT, TAN, GREEN)
    for k, c in enumerate((LAPIS, (0.80, 0.13, 82), MAROON)):
        s.block(cx - 150 + k * 38, b - 350 + k * 22, 17, 200, c, r=7)
        s.flat(f"M{cx - 150 + k * 38},{b - 350 + k * 22}h17l-8.5,-30Z", oklch(0.80, 0.06, 72))
    s.block(cx - 12, b - 300, 120, 190, CREAM, r=4)
    for k in range(4):
        s.line(f"M{cx + 8},{b - 270 + k * 26}h{80 - k % 2 * 24}", oklch(*LAPIS), 4, 0.6)
    s.block(cx - 200, b - 196, 150, 192, t, r=12)
    s.block(cx - 56, b - 140, 260, 136, lit(t, 0.02), r=12, side=14)
    s.line(f"M{cx + 20},{b - 70}h108", oklch(*BRASS), 11)
    s.emblem(cx - 125, b - 96, 36, BRASS, is_line=True)


@motif(contact=130, w=205)
def globe(s, b, cx):
    t = tone(s, (0.56, 0.09, 240), SAND, NIGHT)
    land = (0.68, 0.09, 110) if t[0] < 0.6 else TAN
    s.lathe(cx, b, [(0, 112), (12, 120), (30, 60), (60, 22), (90, 16)], s.metal(*BRASS), squash=0.2)
    y, r = b - 262, 158
    s.line(
        f"M{cx + 130},{y - 150}A196,196 0 0 1 {cx - 30},{y + 194}", oklch(*shaded(BRASS, 0.7)), 16
    )
    s.line(f"M{cx + 129},{y - 152}A196,196 0 0 1 {cx - 31},{y + 190}", oklch(*lit(BRASS, 0.12)), 6)
    s.ball(cx, y, r, *t)
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
        s.flat(d, oklch(*land), 0.85)
    for k in (-80, 0, 80):
        s.line(f"M{cx - 160},{y + k}q160,44 320,0", "#fff", 1.6, 0.35)
    fade = s.rad(
        [(0, "#fff", 0.35), (0.45, "#fff", 0), (0.5, "#000", 0), (1, "#000", 0.5)], 0.34, 0.28, 0.8
    )
    s.add(f'<circle cx="{cx}" cy="{y}" r="{r}" fill="{fade}"/></g>')
    s.knob(cx + 116, y - 142, 13, BRASS)


@motif(contact=160, w=225)
def carton(s, b, cx):
    """How a parcel comes: a carton, the star on its tape."""
    t = tone(s, (0.72, 0.075, 66), CREAM, LAPIS)
    s.block(cx - 178, b - 290, 356, 286, t, r=5, side=20)
    s.flat(f"M{cx - 178},{b - 286}h356v-2l20,-30h-336Z", oklch(*lit(t, 0.1)))
    s.flat(
        f"M{cx - 32},{b - 318}h72v130l-9,-10l-9,10l-9,-10l-9,10l-9,-10l-9,10l-9,-10l-9,10Z",
        oklch(*(LAPIS if t != LAPIS else CREAM)),
        0.92,
    )
    s.flat(star(cx + 2, b - 248, 24), oklch(*BRASS))
    s.label(cx + 52, b - 130, 100, 96)
    for k in (0, 1):
        s.line(
            f"M{cx - 150 + k * 38},{b - 36}v-44m-11,14l11,-14l11,14", oklch(*shaded(t, 0.5)), 5, 0.8
        )


@motif(contact=130, w=205)
def coupon(s, b, cx):
    """A card that opens something: a licence, a gift code."""
    t = tone(s, LAPIS, GREEN, MAROON, NIGHT, (0.50, 0.10, 320))
    for dx, dy, rot, c in ((50, -66, 9, BRASS), (16, -30, 3, CREAM), (-14, 0, -4, t)):
        x, y, w, h = cx - 200 + dx, b - 262 + dy, 400, 250
        s.add(f'<g transform="rotate({rot} {cx} {b})">')
        s.dusk(rounded(x, y, w, h, 24), 0.25, 12, 8, 12)
        s.face(rounded(x, y, w, h, 24), c, 1, 0.8)
        if c == t:
            s.line(star(x + 104, y + 104, 66), oklch(*BRASS), 4)
            s.flat(star(x + 104, y + 104, 34), oklch(*BRASS))
            for k in range(4):
                s.face(
                    rounded(x + 36 + k * 88, y + 196, 72, 26, 6),
                    CREAM,
                    1,
                    0.3,
                    cast=False,
                    depth=0.9,
                )
            s.line(f"M{x + 210},{y + 80}h140M{x + 210},{y + 112}h92", "#fff", 9, 0.75)
        s.add("</g>")
