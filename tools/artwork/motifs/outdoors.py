"""For the desert, the road, the playing field."""

from ..colour import BLACK, BRASS, STEEL, lit, oklch, shaded, tone
from ..scene import star
from ..studio import around, motif, ring_of, rounded

SAND, OLIVE, NIGHT, RUST, LAPIS = (
    (0.78, 0.055, 78),
    (0.50, 0.055, 120),
    (0.30, 0.015, 265),
    (0.58, 0.12, 42),
    (0.44, 0.11, 260),
)
TEAL, PLUM, WHITE, RED = (0.56, 0.08, 195), (0.46, 0.10, 330), (0.95, 0.006, 90), (0.54, 0.16, 28)


@motif(contact=240, plinths="none", floor=850)
def tent(s, b, cx):
    t, trim = tone(s, SAND, OLIVE, RUST, LAPIS), tone(s, (0.94, 0.015, 82), (0.36, 0.05, 50))
    top = b - 410
    s.face(
        f"M{cx - 10},{top}L{cx + 300},{b - 30}L{cx + 196},{b}L{cx - 10},{top}Z",
        shaded(t, 0.62),
        1,
        1,
    )
    s.face(f"M{cx - 10},{top}L{cx + 196},{b}H{cx - 290}Z", t, 1, 0.6)
    for dx in (-150, 90):
        s.line(f"M{cx - 10},{top + 6}L{cx + dx},{b - 4}", oklch(*shaded(t, 0.74)), 3, 0.6)
    s.flat(f"M{cx - 22},{top + 120}L{cx + 70},{b}H{cx - 128}Z", oklch(0.24, 0.03, 60))
    s.glow(cx - 30, b - 70, 90, 100, (0.86, 0.13, 75), 0.8)
    s.face(
        (
            f"M{cx - 22},{top + 120}L{cx - 128},{b}H{cx - 176}Q{cx - 80},{b - 130} "
            f"{cx - 22},{top + 120}Z"
        ),
        lit(t, 0.07),
        1,
        0.5,
        cast=False,
    )
    s.face(
        (
            f"M{cx - 22},{top + 120}L{cx + 70},{b}H{cx + 108}Q{cx + 40},{b - 130} "
            f"{cx - 22},{top + 120}Z"
        ),
        shaded(t, 0.86),
        1,
        0.5,
        cast=False,
    )
    for k in range(9):
        px = cx - 268 + k * 54
        s.flat(f"M{px},{b}l15,-24l15,24Z", oklch(*trim), 0.9)
    s.line(f"M{cx - 10},{top}L{cx - 10},{top - 40}", oklch(*shaded(trim, 0.6)), 6)
    s.face(f"M{cx - 8},{top - 40}l70,18l-70,20Z", RED, 1, 0.5)
    s.line(
        f"M{cx - 120},{top + 170}L{cx - 330},{b + 10}M{cx + 150},{top + 200}L{cx + 330},{b - 10}",
        oklch(*trim),
        2.5,
        0.8,
    )


@motif(contact=140, w=210)
def backpack(s, b, cx):
    t, trim = tone(s, OLIVE, LAPIS, RUST, NIGHT, TEAL), tone(s, (0.55, 0.08, 55), BLACK)
    s.tube(
        f"M{cx - 40},{b - 420}C{cx - 40},{b - 486} {cx + 40},{b - 486} {cx + 40},{b - 420}",
        15,
        *shaded(t, 0.7),
    )
    for k in (-1, 1):
        s.face(rounded(cx + k * 150 - 34, b - 210, 68, 190, 28), shaded(t, 0.82), 1, 0.4)
    s.face(
        (
            f"M{cx - 146},{b - 330}Q{cx - 140},{b - 440} {cx},{b - 444}Q{cx + 140},{b - 440} "
            f"{cx + 146},{b - 330}L{cx + 156},{b - 30}q0,30 -30,30H{cx - 126}"
            "q-30,0 -30,-30Z"
        ),
        t,
        1,
        0.4,
    )
    flap = (
        f"M{cx - 150},{b - 290}Q{cx - 146},{b - 430} {cx},{b - 440}Q{cx + 146},{b - 430} "
        f"{cx + 150},{b - 290}Q{cx},{b - 236} {cx - 150},{b - 290}Z"
    )
    s.dusk(flap)
    s.face(flap, lit(t, 0.05), 1, 0.5, cast=False)
    s.seam(f"M{cx - 138},{b - 300}Q{cx},{b - 250} {cx + 138},{b - 300}")
    pocket = rounded(cx - 108, b - 182, 216, 148, 28)
    s.dusk(pocket, 0.22)
    s.face(pocket, t, 1, 0.6, cast=False)
    s.line(f"M{cx - 90},{b - 150}h180", oklch(*shaded(t, 0.5)), 4)
    s.line(f"M{cx + 60},{b - 150}l4,24", oklch(*BRASS), 6)
    for dx in (-70, 70):
        s.face(rounded(cx + dx - 13, b - 330, 26, 130, 6), trim, 1, 0.4, cast=False)
        s.line(rounded(cx + dx - 17, b - 244, 34, 24, 5), oklch(*BRASS), 5)
    s.emblem(cx, b - 92, 26, BRASS, is_line=True)


@motif(contact=190, w=240)
def cooler(s, b, cx):
    t, lid = tone(s, TEAL, SAND, RUST, LAPIS), WHITE
    s.line(
        f"M{cx - 196},{b - 200}C{cx - 210},{b - 400} {cx + 210},{b - 400} {cx + 196},{b - 200}",
        oklch(*shaded(STEEL, 0.7)),
        14,
    )
    s.line(
        f"M{cx - 198},{b - 204}C{cx - 212},{b - 404} {cx + 208},{b - 404} {cx + 194},{b - 204}",
        oklch(*lit(STEEL, 0.1)),
        5,
    )
    s.block(cx - 190, b - 214, 380, 210, t, r=26, side=14)
    for k in (0, 1):
        s.line(f"M{cx - 170},{b - 60 - k * 26}h340", oklch(*shaded(t, 0.75)), 5, 0.6)
    s.block(cx - 202, b - 268, 404, 72, lid, r=22, side=12)
    s.block(cx - 40, b - 216, 80, 44, shaded(lid, 0.85), r=10)
    s.emblem(cx, b - 118, 32, WHITE, is_line=True)
    for dx in (-196, 188):
        s.oval(cx + dx, b - 200, 15, 15, STEEL)


@motif(contact=110, w=190)
def camplight(s, b, cx):
    t = tone(s, OLIVE, RUST, NIGHT, RED)
    s.line(
        f"M{cx - 96},{b - 300}C{cx - 110},{b - 480} {cx + 110},{b - 480} {cx + 96},{b - 300}",
        oklch(*shaded(STEEL, 0.8)),
        9,
    )
    s.lathe(cx, b, [(0, 108), (10, 114), (66, 108), (76, 96)], s.glaze(*t))
    s.glow(cx, b - 190, 240, 230, (0.93, 0.11, 82), 0.55)
    s.lathe(cx, b, [(76, 84), (130, 98), (240, 98), (290, 80)], s.glass(0.97, 0.06, 88, 0.86))
    s.lathe(cx, b, [(96, 26), (260, 26)], s.matte(0.99, 0.05, 95), cast=False)
    for k in (-1, 0, 1):
        s.line(
            (
                f"M{cx + k * 74},{b - 82}C{cx + k * 104},{b - 140} {cx + k * 104},{b - 230} "
                f"{cx + k * 74},{b - 288}"
            ),
            oklch(*shaded(STEEL, 0.7)),
            6,
        )
    s.lathe(cx, b, [(288, 92), (300, 100), (320, 92), (340, 56), (350, 24)], s.glaze(*t))
    s.oval(cx, b - 36, 20, 20, BRASS)


@motif(contact=190, w=240, plinths="none block")
def campchair(s, b, cx):
    t, leg = tone(s, RUST, OLIVE, LAPIS, SAND), STEEL
    for x0, x1 in ((-150, 140), (140, -150)):
        s.tube(f"M{cx + x0},{b - 190}L{cx + x1},{b - 6}", 15, *shaded(leg, 0.8))
    for k in (-1, 1):
        s.tube(f"M{cx + k * 150},{b - 200}L{cx + k * 140},{b - 440}", 17, *leg)
        s.tube(f"M{cx + k * 176},{b - 4}V{b - 270}", 15, *shaded(leg, 0.9))
        s.face(rounded(cx + k * 176 - 34, b - 292, 68, 28, 14), shaded(t, 0.75), 1, 0.4)
    s.face(
        (
            f"M{cx - 142},{b - 452}Q{cx},{b - 428} {cx + 142},{b - 452}L{cx + 150},{b - 260}"
            f"Q{cx},{b - 226} {cx - 150},{b - 260}Z"
        ),
        t,
        1,
        0.6,
    )
    s.face(
        (
            f"M{cx - 152},{b - 244}Q{cx},{b - 210} {cx + 152},{b - 244}L{cx + 176},{b - 168}"
            f"Q{cx},{b - 116} {cx - 176},{b - 168}Z"
        ),
        lit(t, 0.05),
        1,
        0.6,
    )
    s.seam(f"M{cx - 132},{b - 436}Q{cx},{b - 412} {cx + 132},{b - 436}")
    s.emblem(cx, b - 344, 44, (0.92, 0.04, 82), is_line=True)


@motif(contact=190, w=240, plinths="none", floor=850)
def firepit(s, b, cx):
    """A fire with a pot over it."""
    t = tone(s, NIGHT, BRASS, STEEL)
    for k in (-1, 0, 1):
        s.tube(f"M{cx},{b - 500}L{cx + k * 190},{b - 8}", 12, *shaded(STEEL, 0.6))
    s.line(f"M{cx},{b - 500}V{b - 366}", oklch(*shaded(STEEL, 0.5)), 5)
    s.line(
        f"M{cx - 80},{b - 260}C{cx - 80},{b - 400} {cx + 80},{b - 400} {cx + 80},{b - 260}",
        oklch(*shaded(STEEL, 0.7)),
        7,
    )
    s.glow(cx, b - 90, 300, 230, (0.80, 0.17, 55), 0.6)
    s.lathe(
        cx,
        b - 130,
        [(0, 60), (10, 84), (70, 98), (124, 84), (130, 86), (136, 62), (156, 20)],
        s.metal(*t),
    )
    for dx, h, w in ((-46, 130, 40), (34, 150, 46), (0, 110, 56), (-6, 70, 30)):
        c = (0.70, 0.19, 42) if h > 120 else ((0.82, 0.17, 70) if h > 80 else (0.95, 0.12, 95))
        y, mid = b - 30, b - 30 - h * 0.5
        s.flat(
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
        s.block(cx + x - 130, b - 42, 260, 36, (0.40, 0.06, 50), r=18)
        s.add("</g>")
    for px, py in list(around(0, 0, 1, 11, 0.05))[:11]:
        s.ball(cx + px * 196, b - 4 + py * 34, 30, 0.55, 0.015, 70)


@motif(contact=190, w=240)
def dumbbells(s, b, cx):
    t = tone(s, NIGHT, TEAL, PLUM, RUST)
    for dx, dy in ((30, -84), (-20, 0)):
        x, y = cx + dx, b + dy - 70
        s.tube(f"M{x - 130},{y}H{x + 130}", 34, *STEEL)
        for k in (-1, 1):
            for step, r in ((100, 66), (140, 74), (178, 54)):
                s.block(x + k * step - 21, y - r, 42, 2 * r, t, r=15, x2=0.1, y2=1)
            s.block(x + k * 206 - 9, y - 20, 18, 40, STEEL, r=7)
        s.emblem(x - 140, y, 17, BRASS)


@motif(contact=190, w=240, plinths="none", floor=850)
def mat(s, b, cx):
    """A mat, rolled in part."""
    t = tone(s, PLUM, TEAL, SAND, LAPIS)
    s.face(f"M{cx - 190},{b - 62}H{cx + 150}L{cx + 260},{b + 40}H{cx - 230}Z", lit(t, 0.03), 1, 0.6)
    s.line(
        star(cx + 30, b - 8, 30),
        "#fff",
        3,
        0.5,
        f'transform="translate(0,{(b - 8) * 0.55}) scale(1,.45)"',
    )
    s.block(cx - 250, b - 170, 110, 166, t, r=54)
    body = f"M{cx - 196},{b - 172}H{cx + 150}a52,84 0 0 1 0,168H{cx - 196}Z"
    s.face(body, t, 0.1, 1)
    for k in range(4):
        s.line(f"M{cx - 190},{b - 150 + k * 9}H{cx + 140}", oklch(*lit(t, 0.14)), 2, 0.35)
    s.oval(cx - 196, b - 88, 54, 84, lit(t, 0.09), x2=1, y2=1)
    for k in range(5):
        s.line(ring_of(cx - 196, b - 88, 46 - k * 10, 72 - k * 15), oklch(*shaded(t, 0.66)), 5, 0.8)
    for x in (cx - 60, cx + 70):
        s.face(rounded(x, b - 176, 30, 176, 8), (0.90, 0.03, 80), 0.1, 1, cast=False)
    s.tube(
        f"M{cx - 44},{b - 176}C{cx - 30},{b - 290} {cx + 70},{b - 290} {cx + 84},{b - 176}",
        14,
        0.88,
        0.03,
        80,
    )


@motif(contact=100, w=180)
def bottle(s, b, cx):
    """A flask to carry."""
    t, cap = tone(s, LAPIS, OLIVE, WHITE, RUST, NIGHT), tone(s, BLACK, (0.62, 0.085, 62))
    s.lathe(
        cx,
        b,
        [(0, 82), (10, 92), (20, 92), (20, 92), (290, 92), (330, 76), (350, 50), (366, 50)],
        s.glaze(*t),
    )
    s.lathe(cx, b, [(364, 56), (372, 60), (372, 60), (420, 58), (428, 50)], s.matte(*cap))
    s.tube(
        f"M{cx - 50},{b - 416}C{cx - 50},{b - 480} {cx + 50},{b - 480} {cx + 50},{b - 416}",
        14,
        *cap,
    )
    s.lathe(cx, b, [(0, 94), (26, 94)], s.metal(*STEEL))
    s.emblem(cx - 10, b - 190, 42, BRASS if t != WHITE else LAPIS, is_line=True)
    s.gloss(f"M{cx - 64},{b - 280}V{b - 50}", 10, 0.4, 3)


@motif(contact=170, w=230)
def sleepbag(s, b, cx):
    t, inner = tone(s, OLIVE, LAPIS, RUST), tone(s, (0.80, 0.09, 70), WHITE)
    s.face(f"M{cx - 130},{b - 236}H{cx + 120}a70,118 0 0 1 0,234H{cx - 130}Z", t, 0.1, 1)
    for k in range(4):
        x = cx - 70 + k * 52
        s.line(f"M{x},{b - 234}Q{x + 22},{b - 118} {x},{b - 4}", oklch(*shaded(t, 0.66)), 5, 0.6)
    s.oval(cx - 130, b - 118, 76, 118, inner, cast=True, x2=1, y2=1)
    for k in range(4):
        s.line(
            ring_of(cx - 130, b - 118, 66 - k * 17, 104 - k * 27),
            oklch(*(t if k % 2 else shaded(inner, 0.7))),
            8,
            0.85,
        )
    for x in (cx - 40, cx + 90):
        s.face(rounded(x, b - 244, 28, 246, 8), BLACK, 0.1, 1, cast=False)
        s.line(rounded(x - 5, b - 130, 38, 26, 5), oklch(*STEEL), 5)
    s.tube(
        f"M{cx - 26},{b - 244}C{cx - 10},{b - 340} {cx + 90},{b - 340} {cx + 104},{b - 244}",
        13,
        *BLACK,
    )


@motif(contact=140, w=210, plinths="none block")
def racket(s, b, cx):
    """A padel racket and its ball."""
    t = tone(s, NIGHT, TEAL, RUST, WHITE)
    s.add(f'<g transform="rotate(14 {cx} {b})">')
    s.tube(f"M{cx},{b - 170}V{b - 10}", 40, *BLACK)
    for k in range(6):
        s.line(f"M{cx - 18},{b - 40 - k * 20}l36,-12", "#fff", 2.5, 0.3)
    head = (
        f"M{cx - 20},{b - 160}C{cx - 70},{b - 190} {cx - 146},{b - 230} "
        f"{cx - 146},{b - 340}C{cx - 146},{b - 450} {cx - 70},{b - 480} "
        f"{cx},{b - 480}S{cx + 146},{b - 450} {cx + 146},{b - 340}C{cx + 146},{b - 230} "
        f"{cx + 70},{b - 190} {cx + 20},{b - 160}Z"
    )
    s.face(head, t, 1, 0.6)
    s.line(head, oklch(*shaded(t, 0.6) if t[0] > 0.4 else lit(t, 0.2)), 10)
    for row in range(6):
        for k in range(5):
            s.flat(
                ring_of(cx - 72 + k * 36, b - 440 + row * 38, 9, 9), oklch(*shaded(t, 0.42)), 0.9
            )
    s.flat(
        (
            f"M{cx - 34},{b - 168}L{cx},{b - 214}L{cx + 34},{b - 168}Q{cx},{b - 180} "
            f"{cx - 34},{b - 168}Z"
        ),
        oklch(*BRASS),
    )
    s.add("</g>")
    s.ball(cx - 160, b - 42, 44, 0.86, 0.17, 115)
    s.line(f"M{cx - 196},{b - 64}q40,14 62,62", "#fff", 4, 0.8)


@motif(contact=190, w=235)
def binoculars(s, b, cx):
    t = tone(s, NIGHT, OLIVE, (0.46, 0.06, 55))
    for k in (-1, 1):
        x = cx + k * 84
        s.lathe(
            x,
            b,
            [(0, 92), (14, 96), (60, 92), (140, 66), (210, 60), (216, 66), (260, 64), (266, 56)],
            s.matte(*t),
            squash=0.16,
        )
        s.oval(x, b - 266, 44, 10, (0.40, 0.09, 280))
        s.ring(x, b, 60, 92, 7, oklch(*BRASS), 0.9, 0.16)
        s.ring(x, b, 214, 64, 5, oklch(*BRASS), 0.9, 0.16)
    s.block(cx - 34, b - 190, 68, 90, shaded(t, 0.85), r=12)
    s.lathe(cx, b - 176, [(0, 26), (50, 26)], s.metal(*STEEL), squash=0.2)
    s.emblem(cx, b - 134, 18, BRASS)


@motif(contact=150, w=220)
def vacuum(s, b, cx):
    """A hand vacuum for the car and the majlis."""
    t = tone(s, NIGHT, WHITE, RED, TEAL)
    s.face(
        f"M{cx - 236},{b - 60}L{cx - 216},{b - 4}H{cx - 110}L{cx - 90},{b - 130}Z",
        shaded(t, 0.7),
        1,
        0.4,
    )
    s.face(
        (
            f"M{cx - 120},{b - 170}Q{cx - 90},{b - 210} {cx - 20},{b - 210}"
            f"H{cx + 40}V{b - 40}H{cx - 40}Q{cx - 110},{b - 50} {cx - 130},{b - 90}"
            "Z"
        ),
        (0.55, 0.03, 240),
        1,
        0.5,
    )
    s.gloss(f"M{cx - 96},{b - 170}q20,-20 70,-22", 8, 0.6, 3)
    s.face(
        (
            f"M{cx + 20},{b - 214}H{cx + 150}Q{cx + 226},{b - 210} {cx + 226},{b - 130}"
            f"T{cx + 150},{b - 36}H{cx + 20}Z"
        ),
        t,
        1,
        0.6,
    )
    s.tube(
        f"M{cx + 20},{b - 216}C{cx + 40},{b - 310} {cx + 200},{b - 320} {cx + 206},{b - 180}",
        30,
        *t,
    )
    s.oval(cx + 120, b - 124, 42, 42, shaded(t, 0.7))
    s.emblem(cx + 120, b - 124, 24, BRASS, is_line=True)
    s.block(cx + 70, b - 278, 40, 18, RED, r=8)


@motif(contact=170, w=230)
def inflator(s, b, cx):
    """A pump for tyres."""
    t = tone(s, NIGHT, RED, OLIVE)
    s.tube(
        f"M{cx + 100},{b - 200}C{cx + 300},{b - 260} {cx + 280},{b - 20} {cx + 150},{b - 14}",
        18,
        *BLACK,
    )
    s.block(cx - 150, b - 300, 250, 296, t, r=36, side=14)
    s.tube(
        f"M{cx - 110},{b - 292}C{cx - 100},{b - 390} {cx + 40},{b - 390} {cx + 58},{b - 292}",
        26,
        *shaded(t, 0.8),
    )
    s.oval(cx - 26, b - 196, 84, 84, STEEL, cast=False)
    s.oval(cx - 26, b - 196, 70, 70, (0.96, 0.01, 85), depth=0.9)
    for k in range(9):
        s.add(
            f'<g transform="rotate({-120 + k * 30} {cx - 26} {b - 196})"><p'
            f'ath d="M{cx - 26},{b - 256}v14" stroke="{oklch(0.25, 0.03, 262)}" '
            f'stroke-width="{4 if k % 2 == 0 else 2}"/></g>'
        )
    s.line(f"M{cx - 26},{b - 196}l40,-34", oklch(*RED), 6)
    s.knob(cx - 26, b - 196, 9, BLACK)
    for k in range(3):
        s.block(cx - 100 + k * 56, b - 84, 40, 30, WHITE if k else RED, r=10)


@motif(contact=160, w=220)
def firstaid(s, b, cx):
    t = tone(s, RED, OLIVE, WHITE)
    mark = WHITE if t != WHITE else (0.55, 0.12, 155)
    s.tube(
        f"M{cx - 60},{b - 256}C{cx - 60},{b - 340} {cx + 60},{b - 340} {cx + 60},{b - 256}",
        20,
        *shaded(t, 0.8),
    )
    s.block(cx - 190, b - 262, 380, 258, t, r=40, side=14)
    s.line(f"M{cx - 188},{b - 186}H{cx + 188}", oklch(*shaded(t, 0.6)), 5, 0.8)
    s.line(f"M{cx + 100},{b - 186}l8,34", oklch(*STEEL), 8)
    s.oval(cx, b - 112, 70, 70, mark)
    crescent = f"M{cx + 22},{b - 150}a44,44 0 1 0 0,76a34,38 0 1 1 0,-76Z"
    s.flat(crescent, oklch(*(t if t != WHITE else RED)))
    s.seam(rounded(cx - 176, b - 250, 352, 234, 32), 0.5)


@motif(contact=180, w=240)
def toolbox(s, b, cx):
    t, metal = tone(s, RED, LAPIS, OLIVE), STEEL
    for k, (x, h) in enumerate(((-120, 90), (-40, 130), (40, 70), (110, 110))):
        s.block(cx + x, b - 230 - h, 34, h + 40, (t if k % 2 else (0.80, 0.13, 80)), r=12)
        s.block(cx + x + 10, b - 240, 14, 60, metal, r=3)
    s.tube(
        f"M{cx - 150},{b - 200}L{cx - 150},{b - 330}H{cx + 172}V{b - 200}", 18, *shaded(metal, 0.8)
    )
    s.block(cx - 200, b - 206, 400, 202, t, r=16, side=14)
    s.face(rounded(cx - 176, b - 176, 352, 60, 8), shaded(t, 0.8), 1, 0.3, cast=False)
    s.line(f"M{cx - 40},{b - 146}h80", oklch(*metal), 11)
    s.face(rounded(cx - 176, b - 100, 352, 74, 8), shaded(t, 0.8), 1, 0.3, cast=False)
    s.line(f"M{cx - 40},{b - 64}h80", oklch(*metal), 11)
    s.emblem(cx + 140, b - 146, 15, BRASS)


@motif(contact=90, w=180)
def phonemount(s, b, cx):
    """A phone on its holder."""
    t = tone(s, NIGHT, STEEL)
    s.lathe(cx, b, [(0, 92), (12, 98), (30, 70), (40, 30)], s.matte(*BLACK), squash=0.2)
    s.tube(f"M{cx},{b - 36}V{b - 150}", 28, *t)
    s.ball(cx, b - 156, 30, *t)
    s.add(f'<g transform="rotate(-5 {cx} {b - 300})">')
    for k in (-1, 1):
        s.block(cx + k * 112 - 16, b - 330, 32, 110, BLACK, r=12)
    s.block(cx - 102, b - 486, 204, 350, (0.26, 0.01, 265), r=30, side=6)
    d = rounded(cx - 90, b - 474, 180, 326, 20)
    s.face(d, (0.90, 0.03, 140), 1, 1, cast=False, depth=0.94)
    s.add(f"<g {s.clip(d)}>")
    s.line(
        (
            f"M{cx - 120},{b - 250}L{cx - 20},{b - 310}L{cx + 10},{b - 520}"
            f"M{cx - 20},{b - 310}L{cx + 130},{b - 230}M{cx - 60},{b - 130}"
            f"L{cx - 20},{b - 310}"
        ),
        "#fff",
        24,
    )
    s.line(f"M{cx - 40},{b - 150}L{cx - 20},{b - 310}L{cx},{b - 420}", oklch(0.55, 0.16, 262), 11)
    s.flat(star(cx, b - 420, 22), oklch(0.58, 0.18, 28))
    s.add("</g></g>")
