"""Machines: for the desk, the kitchen, the pocket."""

from ..colour import BLACK, BRASS, COPPER, STEEL, lit, oklch, shaded, tone
from ..scene import star
from ..studio import motif, ring_of, rounded

WHITE, IVORY, SPACE, SAGE = (
    (0.95, 0.006, 250),
    (0.92, 0.02, 82),
    (0.44, 0.012, 265),
    (0.70, 0.04, 150),
)
NIGHT, LAPIS, ROSE = (0.30, 0.02, 265), (0.42, 0.10, 262), (0.78, 0.06, 25)
DUSK, DAWN = (0.34, 0.11, 275), (0.78, 0.13, 60)


def _screen(s, d, cx, cy, r):
    """A lit screen with the star in the evening sky."""
    fill = s.lin(
        [(0, oklch(*DUSK)), (0.6, oklch(0.52, 0.13, 300)), (1, oklch(*DAWN))], 0, 0, 0.35, 1
    )
    s.add(f'<path d="{d}" fill="{fill}"/><g {s.clip(d)}>')
    for share, op in ((2.1, 0.14), (1.5, 0.22), (1, 0.85)):
        s.line(star(cx, cy, r * share), "#fff", 3, op)
    s.flat(star(cx, cy, r * 0.45), oklch(0.88, 0.11, 82))
    s.flat(f"M{cx - r * 5},{cy - r * 6}h{r * 6}l{-r * 4},{r * 14}h{-r * 4}Z", "#fff", 0.07)
    s.add("</g>")


@motif(contact=230, w=255, plinths="none block")
def laptop(s, b, cx):
    t = tone(s, STEEL, SPACE, (0.86, 0.02, 80))
    x, y, w, h = cx - 196, b - 300, 392, 258
    s.block(x, y, w, h, shaded(t, 0.8), r=16)
    _screen(s, rounded(x + 12, y + 12, w - 24, h - 26, 8), cx, y + h / 2, 44)
    s.face(f"M{x - 34},{b - 8}L{x + 2},{b - 44}H{x + w - 2}L{x + w + 34},{b - 8}Z", t, 1, 0.6)
    s.flat(
        f"M{x + 4},{b - 20}L{x + 20},{b - 38}H{x + w - 20}L{x + w - 4},{b - 20}Z",
        oklch(*shaded(t, 0.42)),
        0.85,
    )
    for k in range(4):
        s.line(
            f"M{x + 16 - k * 2},{b - 35 + k * 4.4}H{x + w - 16 + k * 2}",
            oklch(*shaded(t, 0.7)),
            1.4,
            0.8,
        )
    s.face(rounded(x - 36, b - 10, w + 72, 14, 7), t, 1, 0.2)
    s.flat(f"M{cx - 46},{b - 10}h92q-4,8 -12,8h-68q-8,0 -12,-8Z", oklch(*shaded(t, 0.7)))


@motif(contact=170, w=230, plinths="none block")
def tablet(s, b, cx):
    t = tone(s, SPACE, (0.86, 0.02, 80), ROSE, LAPIS)
    x, y, w, h = cx - 150, b - 410, 300, 404
    s.block(x, y, w, h, t, r=26, side=8)
    _screen(s, rounded(x + 18, y + 18, w - 36, h - 36, 14), cx, y + 210, 50)
    s.tube(f"M{cx + 196},{b - 16}L{cx + 168},{b - 350}", 17, *IVORY)
    s.line(f"M{cx + 167},{b - 352}l-2,-22", oklch(*SPACE), 6)


@motif(contact=150, w=220)
def earbuds(s, b, cx):
    t = tone(s, WHITE, NIGHT, SAGE, ROSE)
    lid = rounded(cx - 142, b - 286, 284, 150, 64)
    s.face(lid, shaded(t, 0.9), 1, 0.6)
    s.face(rounded(cx - 122, b - 268, 244, 120, 50), shaded(t, 0.7), 0.4, 1, cast=False, depth=1.1)
    for k in (-1, 1):
        x = cx + k * 58
        s.tube(f"M{x},{b - 196}V{b - 126}", 30, *t)
        s.ball(x + k * 4, b - 222, 36, *t)
        s.oval(x - k * 14, b - 226, 17, 21, shaded(t, 0.55))
    s.face(rounded(cx - 142, b - 150, 284, 144, 62), t, 1, 0.5)
    s.gloss(f"M{cx - 116},{b - 110}q4,-22 30,-24h90", 7, 0.6, 3)
    s.flat(ring_of(cx, b - 88, 6, 6), oklch(0.78, 0.17, 150))
    s.emblem(cx, b - 46, 17, shaded(t, 0.72), is_line=True)


@motif(contact=120, w=200)
def powerbank(s, b, cx):
    t = tone(s, NIGHT, WHITE, LAPIS, SAGE)
    s.tube(
        (
            f"M{cx + 60},{b - 330}C{cx + 90},{b - 470} {cx + 240},{b - 410} "
            f"{cx + 206},{b - 240}S{cx + 250},{b - 40} {cx + 170},{b - 20}"
        ),
        13,
        *shaded(t, 0.85),
    )
    s.block(cx - 110, b - 350, 206, 346, t, r=34, side=14)
    s.gloss(f"M{cx - 90},{b - 306}V{b - 60}", 8, 0.4, 3)
    s.block(cx + 34, b - 366, 52, 26, STEEL, r=6)
    for k in range(4):
        s.flat(
            ring_of(cx - 66 + k * 22, b - 310, 5, 5), oklch(0.85, 0.12, 210), 1 if k < 3 else 0.3
        )
    s.emblem(cx - 8, b - 150, 40, BRASS, is_line=True)


@motif(contact=220, w=255, plinths="none block")
def keyboard(s, b, cx):
    t, cap = tone(s, SPACE, IVORY, LAPIS), tone(s, IVORY, WHITE, (0.34, 0.02, 265))
    d = (
        f"M{cx - 236},{b - 6}L{cx - 190},{b - 160}q4,-12 16,-12H{cx + 174}"
        f"q12,0 16,12L{cx + 236},{b - 6}q2,14 -14,14H{cx - 222}q-16,0 "
        "-14,-14Z"
    )
    s.face(d, t, 1, 0.6)
    for row in range(5):
        y, spread = b - 148 + row * 29, 0.80 + row * 0.046
        for k in range(12):
            w = 31 * spread
            x = cx - 6 * w - 22 * spread + k * (w + 4 * spread)
            c = cap if (k, row) not in ((0, 0), (11, 2), (5, 4)) else (0.72, 0.14, 60)
            if row == 4 and 3 < k < 8:
                continue
            s.face(rounded(x, y, w, 24, 6), c, 0.6, 1, cast=False, depth=0.78)
        if row == 4:
            s.face(rounded(cx - 76, y, 150, 24, 6), cap, 0.6, 1, cast=False, depth=0.78)


@motif(contact=160, w=220)
def camera(s, b, cx):
    t, skin = (
        tone(s, NIGHT, STEEL, (0.86, 0.02, 80)),
        tone(s, (0.32, 0.02, 60), (0.45, 0.08, 48), (0.34, 0.05, 160)),
    )
    x, y, w, h = cx - 190, b - 236, 380, 230
    s.block(cx - 60, y - 46, 120, 70, t, r=14)
    s.block(x + 40, y - 22, 60, 30, STEEL, r=8)
    s.block(x, y, w, h, t, r=30, side=12)
    s.face(f"M{x + 2},{y + 54}H{x + w - 2}V{y + h - 46}H{x + 2}Z", skin, 1, 0.4, cast=False)
    for r, c in (
        (98, shaded(t, 0.7)),
        (88, shaded(STEEL, 0.85)),
        (76, BLACK),
        (58, (0.24, 0.05, 268)),
        (30, (0.40, 0.10, 280)),
    ):
        s.oval(cx + 18, y + 122, r, r, c, x2=1, y2=1)
    s.gloss(f"M{cx - 20},{y + 98}A50,50 0 0 1 {cx + 20},{y + 76}", 9, 0.7, 2)
    s.flat(ring_of(x + w - 44, y + 30, 9, 9), oklch(0.62, 0.2, 28))
    s.emblem(cx, y - 18, 14, BRASS)


@motif(contact=150, w=240, plinths="none block")
def monitor(s, b, cx):
    t = tone(s, NIGHT, STEEL, WHITE)
    s.lathe(cx, b, [(0, 118), (10, 112)], s.metal(*t), squash=0.2)
    s.block(cx - 22, b - 110, 44, 104, t, r=6)
    x, y, w, h = cx - 236, b - 386, 472, 290
    s.block(x, y, w, h, t, r=16)
    _screen(s, rounded(x + 12, y + 12, w - 24, h - 34, 6), cx, y + h / 2 - 6, 54)


@motif(contact=150, w=220)
def router(s, b, cx):
    t = tone(s, WHITE, NIGHT, SAGE)
    for dx in (-124, 0, 124):
        s.tube(f"M{cx + dx * 0.9},{b - 90}L{cx + dx * 1.2},{b - 350}", 22, *shaded(t, 0.9))
    s.face(
        f"M{cx - 214},{b - 6}L{cx - 180},{b - 116}q4,-14 20,-14h320q16,0 20,14L{cx + 214},{b - 6}Z",
        t,
        1,
        0.5,
    )
    s.face(rounded(cx - 218, b - 40, 436, 44, 18), shaded(t, 0.9), 1, 0.3, cast=False)
    for k in range(5):
        s.flat(ring_of(cx - 60 + k * 30, b - 18, 5, 5), oklch(0.78, 0.16, 150 if k < 4 else 60))
    s.emblem(cx, b - 84, 22, shaded(t, 0.7), is_line=True)


@motif(contact=130, w=200)
def blender(s, b, cx):
    t, juice = (
        tone(s, NIGHT, IVORY, (0.48, 0.14, 26), SAGE),
        tone(s, (0.70, 0.16, 50), (0.66, 0.13, 140), (0.52, 0.15, 15), (0.80, 0.12, 85)),
    )
    s.lathe(cx, b, [(0, 120), (10, 128), (10, 128), (110, 104), (150, 92), (156, 88)], s.glaze(*t))
    s.lathe(cx, b, [(170, 82), (320, 100)], s.matte(*juice), cast=False)
    s.tube(
        f"M{cx + 96},{b - 372}C{cx + 200},{b - 372} {cx + 190},{b - 220} {cx + 90},{b - 214}",
        20,
        *shaded(t, 0.9),
    )
    s.lathe(cx, b, [(156, 84), (170, 86), (400, 116)], s.glass(0.92, 0.02, 210, 0.34))
    for k in range(4):
        s.line(f"M{cx + 30},{b - 206 - k * 40}h34", "#fff", 3, 0.7)
    s.lathe(cx, b, [(398, 118), (420, 116), (424, 60), (448, 54)], s.matte(*shaded(t, 0.8)))
    s.oval(cx - 4, b - 70, 30, 28, STEEL)
    s.line(f"M{cx - 4},{b - 70}l12,-18", oklch(*BLACK), 5)


@motif(contact=150, w=220)
def espresso(s, b, cx):
    """A coffee machine with its cup."""
    t = tone(s, STEEL, NIGHT, IVORY, COPPER)
    x, w = cx - 150, 300
    s.block(x, b - 430, w, 426, t, r=30, side=16)
    s.face(
        rounded(x + 24, b - 300, w - 48, 236, 14), shaded(t, 0.42), 0.4, 1, cast=False, depth=0.9
    )
    s.block(x + 12, b - 66, w - 24, 60, shaded(t, 0.85), r=10)
    for k in range(9):
        s.line(f"M{x + 36 + k * 29},{b - 58}v16", oklch(*shaded(t, 0.4)), 5, 0.8)
    s.block(cx - 52, b - 312, 104, 40, STEEL, r=8)
    s.tube(f"M{cx + 30},{b - 290}L{cx + 176},{b - 268}", 24, *(0.36, 0.05, 50))
    for dx in (-16, 16):
        s.line(f"M{cx + dx},{b - 272}V{b - 140}", oklch(0.34, 0.07, 52), 5)
    s.lathe(
        cx,
        b - 62,
        [(0, 34), (10, 42), (72, 58), (76, 58)],
        s.glaze(0.95, 0.01, 85),
        squash=0.18,
        open_=True,
        cast=False,
    )
    s.oval(x + 62, b - 366, 36, 36, IVORY)
    s.line(f"M{x + 62},{b - 366}l14,-20", oklch(0.5, 0.18, 28), 4)
    for k in range(3):
        s.oval(x + 156 + k * 46, b - 366, 15, 15, BRASS if k == 0 else shaded(t, 0.7))


@motif(contact=140, w=215)
def fryer(s, b, cx):
    t = tone(s, NIGHT, IVORY, SAGE, STEEL)
    s.lathe(
        cx,
        b,
        [(0, 138), (12, 150), (40, 158), (40, 158), (300, 142), (350, 110), (366, 60), (368, 40)],
        s.glaze(*t),
        squash=0.12,
    )
    d = (
        f"M{cx - 112},{b - 178}Q{cx},{b - 160} {cx + 112},{b - 178}V{b - 44}"
        f"Q{cx},{b - 22} {cx - 112},{b - 44}Z"
    )
    s.face(d, shaded(t, 0.86), 1, 0.3, cast=False)
    s.line(d, oklch(*shaded(t, 0.5)), 3, 0.8)
    s.face(rounded(cx - 30, b - 150, 60, 112, 18), STEEL, 1, 0.3, cast=False)
    s.dusk(rounded(cx - 30, b - 150, 60, 112, 18), 0.14, 5)
    s.face(rounded(cx - 58, b - 304, 116, 78, 16), BLACK, 1, 1, cast=False)
    for k, text in enumerate((26, 18)):
        s.line(f"M{cx - 30 + k * 34},{b - 278}v{text}", oklch(0.86, 0.14, 190), 6, 0.9)
    s.emblem(cx - 4, b - 206, 11, BRASS)


@motif(contact=130, w=200)
def fan(s, b, cx):
    t = tone(s, WHITE, NIGHT, SAGE, ROSE)
    s.lathe(cx, b, [(0, 112), (10, 116), (22, 60), (36, 24)], s.matte(*t), squash=0.2)
    s.tube(f"M{cx},{b - 30}V{b - 210}", 24, *t)
    y = b - 330
    s.shadow.append(ring_of(cx, y, 168, 168))
    s.flat(ring_of(cx, y, 166, 166), oklch(*shaded(t, 0.8)), 0.22)
    for k in range(5):
        s.add(f'<g transform="rotate({k * 72 + 14} {cx} {y})">')
        s.face(
            (
                f"M{cx - 10},{y - 24}C{cx - 96},{y - 70} {cx - 66},{y - 150} "
                f"{cx + 6},{y - 148}C{cx + 34},{y - 110} {cx + 26},{y - 60} {cx + 14},{y - 20}"
                "Z"
            ),
            lit(t, 0.02),
            1,
            0.6,
            cast=False,
            depth=0.75,
        )
        s.add("</g>")
    for r in (166, 134, 100, 66):
        s.line(ring_of(cx, y, r, r), oklch(*shaded(t, 0.62)), 4 if r == 166 else 2, 0.9)
    for k in range(20):
        s.add(
            f'<g transform="rotate({k * 18} {cx} {y})"><path d="M{cx},{y - 34}'
            f'V{y - 166}" stroke="{oklch(*shaded(t, 0.62))}" stroke-widt'
            'h="1.6" opacity=".7"/></g>'
        )
    s.oval(cx, y, 38, 38, t)
    s.emblem(cx, y, 17, BRASS)


@motif(contact=170, w=230)
def gamepad(s, b, cx):
    t = tone(s, NIGHT, WHITE, LAPIS, (0.50, 0.14, 25))
    y = b - 140
    d = (
        f"M{cx - 120},{y - 96}Q{cx},{y - 66} {cx + 120},{y - 96}C{cx + 210},{y - 110} "
        f"{cx + 250},{y + 60} {cx + 226},{y + 118}C{cx + 200},{y + 160} "
        f"{cx + 140},{y + 110} {cx + 104},{y + 56}H{cx - 104}C{cx - 140},{y + 110} "
        f"{cx - 200},{y + 160} {cx - 226},{y + 118}C{cx - 250},{y + 60} "
        f"{cx - 210},{y - 110} {cx - 120},{y - 96}Z"
    )
    s.face(d, t, 1, 0.7)
    s.gloss(f"M{cx - 190},{y - 40}Q{cx - 160},{y - 84} {cx - 110},{y - 82}", 8, 0.4, 3)
    for x, yy in ((cx - 64, y + 20), (cx + 64, y + 20)):
        s.oval(x, yy, 40, 40, shaded(t, 0.6))
        s.oval(x, yy - 3, 28, 28, shaded(t, 0.85))
    s.flat(f"M{cx - 152},{y - 52}h22v20h20v22h-20v20h-22v-20h-20v-22h20Z", oklch(*shaded(t, 0.45)))
    for dx, dy, c in (
        (0, -26, (0.75, 0.15, 150)),
        (26, 0, (0.62, 0.2, 28)),
        (-26, 0, (0.6, 0.16, 262)),
        (0, 26, (0.82, 0.14, 82)),
    ):
        s.oval(cx + 140 + dx, y - 30 + dy, 13, 13, c)
    s.emblem(cx, y - 36, 17, BRASS)


@motif(contact=180, w=230)
def iron(s, b, cx):
    t = tone(s, LAPIS, SAGE, (0.52, 0.14, 26), NIGHT)
    s.face(
        (
            f"M{cx - 230},{b}C{cx - 190},{b - 90} {cx - 60},{b - 130} {cx + 190},{b - 126}"
            f"L{cx + 206},{b}Z"
        ),
        STEEL,
        1,
        0.4,
    )
    s.face(
        (
            f"M{cx - 206},{b - 26}C{cx - 160},{b - 110} {cx - 50},{b - 150} "
            f"{cx + 60},{b - 160}L{cx + 196},{b - 150}L{cx + 204},{b - 26}"
            "Z"
        ),
        t,
        1,
        0.6,
    )
    s.tube(
        (
            f"M{cx - 110},{b - 130}C{cx - 70},{b - 270} {cx + 40},{b - 290} "
            f"{cx + 150},{b - 270}C{cx + 210},{b - 256} {cx + 196},{b - 170} "
            f"{cx + 176},{b - 146}"
        ),
        34,
        *shaded(t, 0.86),
    )
    s.oval(cx + 30, b - 92, 32, 32, IVORY)
    s.line(f"M{cx + 30},{b - 92}l14,-18", oklch(*NIGHT), 5)
    s.gloss(f"M{cx - 160},{b - 70}Q{cx - 110},{b - 116} {cx - 30},{b - 128}", 8, 0.5, 3)
    s.tube(
        f"M{cx + 196},{b - 240}C{cx + 260},{b - 260} {cx + 230},{b - 380} {cx + 280},{b - 430}",
        10,
        *NIGHT,
    )


@motif(contact=110, w=190)
def dryer(s, b, cx):
    t = tone(s, ROSE, NIGHT, WHITE, SAGE)
    s.tube(f"M{cx + 40},{b - 10}C{cx + 60},{b - 40} {cx + 180},{b} {cx + 230},{b - 70}", 10, *NIGHT)
    s.face(
        f"M{cx - 6},{b - 200}L{cx + 26},{b - 8}q2,10 12,10h50q12,0 10,-14L{cx + 78},{b - 220}Z",
        shaded(t, 0.9),
        1,
        0.4,
    )
    s.face(
        f"M{cx - 210},{b - 386}L{cx - 150},{b - 400}V{b - 216}L{cx - 210},{b - 230}Z",
        (0.34, 0.01, 265),
        1,
        0.4,
    )
    s.face(
        (
            f"M{cx - 160},{b - 404}H{cx + 60}C{cx + 170},{b - 404} {cx + 170},{b - 208} "
            f"{cx + 60},{b - 208}H{cx - 160}Z"
        ),
        t,
        0.4,
        1,
    )
    s.gloss(f"M{cx - 140},{b - 378}H{cx + 50}", 10, 0.6, 4)
    s.oval(cx + 78, b - 306, 56, 84, shaded(t, 0.8))
    s.emblem(cx + 78, b - 306, 32, BRASS, is_line=True)
    s.block(cx + 30, b - 170, 20, 56, STEEL, r=8)


@motif(contact=130, w=200)
def clock(s, b, cx):
    """A clock that stands on a shelf."""
    t = tone(s, (0.46, 0.07, 52), IVORY, NIGHT, BRASS)
    y = b - 196
    for k in (-1, 1):
        s.tube(f"M{cx + k * 92},{b - 50}L{cx + k * 122},{b - 4}", 20, *t)
    s.oval(cx + 8, y + 4, 186, 186, shaded(t, 0.5), cast=True)
    s.oval(cx, y, 184, 184, t)
    s.oval(cx, y, 158, 158, (0.965, 0.012, 85), depth=0.86)
    for k in range(12):
        s.add(f'<g transform="rotate({k * 30} {cx} {y})">')
        s.flat(
            star(cx, y - 132, 12 if k % 3 else 18), oklch(*(BRASS if k % 3 else (0.36, 0.09, 262)))
        )
        s.add("</g>")
    s.line(f"M{cx},{y}L{cx - 58},{y - 50}", oklch(0.25, 0.03, 262), 11)
    s.line(f"M{cx},{y}L{cx + 54},{y - 92}", oklch(0.25, 0.03, 262), 7)
    s.knob(cx, y, 10, BRASS)
