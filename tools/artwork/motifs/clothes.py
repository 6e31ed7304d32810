"""What is worn and carried: on hangers, folded, in pairs."""

from ..colour import BLACK, BRASS, STEEL, lit, oklch, shaded, tone
from ..scene import star
from ..studio import around, motif, ring_of, rounded

WHITE, CREAM, NAVY, SAND = (
    (0.955, 0.008, 85),
    (0.90, 0.025, 80),
    (0.32, 0.07, 264),
    (0.78, 0.05, 75),
)
TAN, BROWN, MAROON, OLIVE = (0.60, 0.10, 55), (0.40, 0.07, 48), (0.38, 0.11, 20), (0.48, 0.05, 125)
INK = (0.26, 0.012, 270)


def _hanger(s, cx, y, t=TAN):
    s.line(f"M{cx},{y - 34}c0,-34 34,-30 30,-54c-4,-22 -38,-20 -40,4", oklch(*STEEL), 6)
    s.tube(f"M{cx - 150},{y + 44}L{cx},{y - 30}L{cx + 150},{y + 44}", 18, *t)


def _gown(cx, b, top, wide):
    return (
        f"M{cx - 46},{top}Q{cx},{top + 26} {cx + 46},{top}L{cx + 150},{top + 44}"
        f"L{cx + 214},{top + 330}L{cx + 160},{top + 346}L{cx + 128},{top + 190}"
        f"L{cx + wide},{b}Q{cx},{b + 26} {cx - wide},{b}L{cx - 128},{top + 190}"
        f"L{cx - 160},{top + 346}L{cx - 214},{top + 330}L{cx - 150},{top + 44}Z"
    )


def _folds(s, cx, b, top, t, places):
    for dx in places:
        s.line(
            f"M{cx + dx * 0.6},{top + 170}Q{cx + dx * 0.9},{(top + b) / 2} {cx + dx},{b - 14}",
            oklch(*shaded(t, 0.72)),
            11,
            0.45,
            s.blur(5),
        )
        s.line(
            (
                f"M{cx + dx * 0.6 + 12},{top + 180}Q{cx + dx * 0.9 + 12},{(top + b) / 2} "
                f"{cx + dx + 12},{b - 14}"
            ),
            oklch(*lit(t, 0.1)),
            8,
            0.6,
            s.blur(5),
        )


@motif(contact=150, plinths="none", floor=850)
def thobe(s, b, cx):
    t = tone(s, WHITE, CREAM, (0.62, 0.02, 250), SAND)
    top, b = b - 596, b - 30
    _hanger(s, cx, top)
    s.face(_gown(cx, b, top, 158), t, 1, 0.35, depth=0.78)
    _folds(s, cx, b, top, t, (-104, -48, 46, 108))
    s.face(
        (
            f"M{cx - 48},{top - 2}Q{cx},{top + 28} {cx + 48},{top - 2}L{cx + 40},{top + 22}"
            f"Q{cx},{top + 46} {cx - 40},{top + 22}Z"
        ),
        lit(t, 0.03),
        cast=False,
        depth=0.86,
    )
    s.line(f"M{cx},{top + 36}V{top + 220}", oklch(*shaded(t, 0.78)), 2.5)
    for k in range(4):
        s.knob(cx, top + 62 + k * 44, 5, (0.80, 0.03, 80))
    s.line(f"M{cx + 36},{top + 116}h58v56h-58z", oklch(*shaded(t, 0.82)), 2.4)


@motif(contact=160, plinths="none", floor=850)
def abaya(s, b, cx):
    t, trim = (
        tone(s, INK, NAVY, (0.36, 0.05, 350), (0.62, 0.035, 60), (0.42, 0.035, 165)),
        tone(s, BRASS, (0.86, 0.03, 80)),
    )
    top, b = b - 600, b - 26
    _hanger(s, cx, top)
    s.face(_gown(cx, b, top, 196), t, 1, 0.4, depth=0.55)
    _folds(s, cx, b, top, t, (-150, -92, -36, 40, 98, 152))
    s.flat(
        f"M{cx - 14},{top + 20}L{cx - 30},{b + 8}H{cx + 30}L{cx + 14},{top + 20}Z",
        oklch(*shaded(t, 0.62)),
    )
    for k in (-1, 1):
        s.line(
            (
                f"M{cx + k * 44},{top + 2}Q{cx + k * 18},{top + 60} {cx + k * 22},{top + 150}"
                f"L{cx + k * 34},{b + 6}"
            ),
            oklch(*trim),
            5,
            0.95,
        )
        s.line(f"M{cx + k * 164},{top + 340}l{k * 46},{-13}", oklch(*trim), 6)
        for y in range(80, 520, 44):
            s.flat(star(cx + k * (36 + y * 0.026), top + y, 8), oklch(*trim), 0.9)


@motif(contact=190, w=240)
def shemagh(s, b, cx):
    """Folded, in red or black check, with its cord on top."""
    t = tone(s, (0.50, 0.19, 26), INK, (0.93, 0.008, 85))
    for k in range(4):
        y, w = b - 66 - k * 52, 372 - (k % 2) * 14
        x = cx - w / 2 + (k % 2) * 10
        d = f"M{x + 20},{y}H{x + w - 6}q16,29 0,58H{x + 20}a29,29 0 0 1 0,-58Z"
        s.face(d, WHITE, 1, 0.25, depth=0.72)
        s.add(f"<g {s.clip(d)}>")
        for i in range(26):
            for j in range(3):
                if (i + j) % 2:
                    s.flat(f"M{x + i * 15},{y + j * 20 + 4}l9,0l4,10l-9,4Z", oklch(*t), 0.9)
        s.add("</g>")
    y = b - 262
    for k in (0, 1):
        s.tube(
            (
                f"M{cx - 92},{y - k * 22}A92,26 0 1 0 {cx + 92},{y - k * 22}A92,26 "
                f"0 1 0 {cx - 92},{y - k * 22}"
            ),
            22,
            *INK,
        )


@motif(contact=190, plinths="none", floor=846)
def sandals(s, b, cx):
    """A pair of Najdi sandals."""
    t, stitch = (
        tone(s, TAN, BROWN, INK, MAROON),
        tone(s, (0.90, 0.05, 82), (0.80, 0.10, 82), (0.75, 0.13, 55)),
    )
    for dx, dy, rot in ((-104, -34, -9), (100, 6, 8)):
        x, y = cx + dx, b + dy
        s.add(f'<g transform="rotate({rot} {x} {y})">')
        sole = (
            f"M{x - 70},{y - 40}C{x - 96},{y - 150} {x - 66},{y - 210} {x - 78},{y - 300}"
            f"C{x - 88},{y - 420} {x + 84},{y - 424} {x + 80},{y - 300}C{x + 78},{y - 220} "
            f"{x + 92},{y - 150} {x + 66},{y - 40}C{x + 50},{y + 8} {x - 54},{y + 8} "
            f"{x - 70},{y - 40}Z"
        )
        s.shadow.append(sole)
        s.flat(sole, oklch(*shaded(t, 0.4)), 1, 'transform="translate(9,10)"')
        s.face(sole, lit(t, 0.1), 1, 0.5, cast=False)
        s.seam(sole.replace("Z", ""), 0.8, oklch(*stitch))
        strap = (
            f"M{x - 84},{y - 214}C{x - 60},{y - 300} {x + 60},{y - 300} {x + 88},{y - 214}"
            f"L{x + 82},{y - 296}C{x + 50},{y - 366} {x - 50},{y - 366} {x - 80},{y - 296}"
            "Z"
        )
        s.dusk(strap, 0.4)
        s.face(strap, t, 1, 0.5, cast=False)
        s.seam(strap, 0.9, oklch(*stitch))
        s.flat(star(x, y - 306, 22), oklch(*stitch), 0.95)
        s.tube(f"M{x - 4},{y - 336}L{x - 16},{y - 388}", 14, *t)
        s.add("</g>")


@motif(contact=150, w=220)
def belt(s, b, cx):
    """Rolled up, buckle outside."""
    t, metal = tone(s, BROWN, INK, TAN), tone(s, BRASS, STEEL)
    for k, r in enumerate((150, 120, 90, 60)):
        s.lathe(
            cx - 10,
            b,
            [(0, r), (104, r)],
            s.matte(*(t if k % 2 == 0 else shaded(t, 0.7))),
            squash=0.26,
            cast=not k,
            lid=oklch(*(shaded(t, 0.5) if k % 2 else lit(t, 0.06))),
        )
    s.face(f"M{cx + 40},{b - 118}H{cx + 210}q26,0 26,26v44q0,26 -26,26H{cx + 40}Z", t, 1, 0.3)
    s.seam(f"M{cx + 50},{b - 106}H{cx + 206}q16,0 16,18v32q0,18 -16,18H{cx + 50}", 0.6)
    s.line(rounded(cx + 96, b - 136, 74, 132, 16), oklch(*shaded(metal, 0.6)), 17)
    s.line(rounded(cx + 94, b - 138, 74, 132, 16), oklch(*lit(metal, 0.08)), 11)
    s.line(f"M{cx + 96},{b - 70}h70", oklch(*lit(metal, 0.1)), 9)


@motif(contact=150, w=220)
def wallet(s, b, cx):
    """A wallet, open enough to show its cards."""
    t = tone(s, BROWN, INK, TAN, NAVY, OLIVE)
    x, y, w, h = cx - 158, b - 236, 316, 230
    for k, c in enumerate(((0.86, 0.05, 82), (0.55, 0.12, 262), (0.93, 0.012, 82))):
        s.block(x + 40 + k * 12, y - 64 + k * 22, w - 96, 90, c, r=10)
    s.block(x, y, w, h, t, r=22, side=14)
    pocket = f"M{x},{y + 90}H{x + w}V{y + h - 22}q0,22 -22,22H{x + 22}q-22,0 -22,-22Z"
    s.dusk(pocket, 0.35, 6, 0, -6)
    s.face(pocket, lit(t, 0.03), 1, 0.5, cast=False)
    s.seam(f"M{x + 12},{y + 102}V{y + h - 26}q0,14 14,14H{x + w - 26}q14,0 14,-14V{y + 102}", 0.5)
    s.emblem(cx, y + 160, 26, BRASS, is_line=True)


@motif(contact=210, w=250, plinths="none block")
def sneakers(s, b, cx):
    t, accent = (
        tone(s, WHITE, INK, SAND, NAVY),
        tone(s, (0.58, 0.13, 45), (0.45, 0.12, 262), (0.55, 0.09, 155)),
    )
    for dx, dy, k in ((56, -52, 0.9), (-26, 0, 1.0)):
        x, y = cx + dx, b + dy
        body = (
            f"M{x - 210 * k},{y - 30 * k}C{x - 216 * k},{y - 104 * k} {x - 120 * k},{y - 100 * k} "
            f"{x - 44 * k},{y - 176 * k}L{x + 20 * k},{y - 214 * k}Q{x + 60 * k},{y - 176 * k} "
            f"{x + 120 * k},{y - 206 * k}Q{x + 176 * k},{y - 222 * k} {x + 186 * k},{y - 160 * k}"
            f"L{x + 190 * k},{y - 30 * k}Z"
        )
        s.face(body, t, 0.8, 1)
        s.face(
            (
                f"M{x + 96 * k},{y - 196 * k}"
                f"Q{x + 176 * k},{y - 226 * k} {x + 188 * k},{y - 150 * k}"
                f"L{x + 190 * k},{y - 60 * k}Q{x + 120 * k},{y - 90 * k} {x + 96 * k},{y - 196 * k}"
                "Z"
            ),
            accent,
            1,
            1,
            cast=False,
        )
        s.flat(
            (
                f"M{x - 60 * k},{y - 60 * k}Q{x + 10 * k},{y - 76 * k} {x + 70 * k},{y - 138 * k}"
                f"l14,22Q{x + 20 * k},{y - 40 * k} {x - 60 * k},{y - 60 * k}"
                "Z"
            ),
            oklch(*accent),
            0.95,
        )
        for i in range(4):
            s.line(
                f"M{x - (40 + i * 24) * k},{y - (168 - i * 17) * k}l{26 * k},{28 * k}",
                oklch(*(INK if t[0] > 0.6 else WHITE)),
                6,
                0.85,
            )
        s.face(rounded(x - 216 * k, y - 36 * k, 412 * k, 40 * k, 18), (0.94, 0.01, 85), 1, 0.3)
        s.line(f"M{x - 204 * k},{y - 14 * k}h{388 * k}", oklch(*accent), 5, 0.9)


@motif(contact=190, w=240)
def caps(s, b, cx):
    """Embroidered caps, one on another."""
    t, thread = (
        tone(s, WHITE, (0.88, 0.03, 80), INK),
        tone(s, (0.80, 0.10, 82), (0.45, 0.12, 262), (0.50, 0.13, 25)),
    )
    for dx, dy in ((-96, -20), (96, 12)):
        x, y = cx + dx, b + dy
        s.lathe(
            x,
            y,
            [(0, 120), (6, 124), (6, 124), (96, 120), (128, 100), (146, 50), (150, 20)],
            s.matte(*t),
            squash=0.2,
        )
        for yy, size, many in ((32, 11, 16), (66, 13, 14), (98, 9, 16)):
            s.stars_on(x, y, yy, 121, size, many, oklch(*thread), 0.9, 0.2)
        for yy in (14, 50, 84):
            s.ring(x, y, yy, 122, 2.4, oklch(*thread), 0.8, 0.2)


@motif(contact=120, w=200)
def jewels(s, b, cx):
    """Earrings or a ring in their open case."""
    t, stone = (
        tone(s, BRASS, (0.84, 0.012, 250)),
        tone(s, (0.45, 0.15, 262), (0.50, 0.11, 165), (0.46, 0.16, 20), (0.93, 0.01, 230)),
    )
    case = tone(s, MAROON, NAVY, (0.36, 0.05, 165))
    x, y = cx - 150, b - 150
    s.face(
        f"M{x + 6},{y}L{x + 26},{y - 220}q4,-22 26,-22h196q22,0 26,22L{x + 294},{y}Z",
        shaded(case, 0.8),
        1,
        0.6,
    )
    s.face(
        f"M{x + 30},{y - 8}L{x + 46},{y - 200}q2,-14 18,-14h172q16,0 18,14L{x + 270},{y - 8}Z",
        (0.92, 0.02, 70),
        1,
        0.6,
        cast=False,
        depth=0.8,
    )
    s.block(x, y - 6, 300, 150, case, r=16)
    s.face(f"M{x + 14},{y - 8}h272l-18,-40h-236Z", (0.88, 0.02, 70), 1, 0.4, cast=False, depth=0.75)
    for dx in (-66, 66):
        px = cx + dx
        s.line(f"M{px},{y - 190}c16,0 18,22 4,30", oklch(*shaded(t, 0.8)), 4)
        s.line(ring_of(px, y - 118, 34, 42), oklch(*shaded(t, 0.62)), 8)
        s.line(ring_of(px - 1, y - 120, 34, 42), oklch(*lit(t, 0.1)), 5)
        s.face(star(px, y - 118, 22), stone, 1, 1, cast=False)
        s.gloss(f"M{px - 9},{y - 128}l9,-7", 4, 0.9, 1)
        s.knob(px, y - 66, 9, t)
    s.emblem(cx, y + 70, 22, BRASS)


@motif(contact=150, w=220)
def glasses(s, b, cx):
    """Sunglasses on a folded cloth."""
    t, lens = (
        tone(s, INK, (0.42, 0.08, 50), BRASS),
        tone(s, (0.34, 0.03, 60), (0.36, 0.06, 262), (0.42, 0.05, 150)),
    )
    s.face(
        (
            f"M{cx - 210},{b - 20}L{cx - 150},{b - 96}H{cx + 190}L{cx + 220},{b - 4}"
            f"Q{cx},{b + 20} {cx - 210},{b - 20}Z"
        ),
        (0.90, 0.02, 80),
        1,
        0.5,
        depth=0.82,
    )
    y = b - 150
    s.line(
        f"M{cx - 176},{y - 40}L{cx - 120},{y - 120}L{cx - 40},{y - 132}", oklch(*shaded(t, 0.8)), 11
    )
    s.line(
        f"M{cx + 176},{y - 40}L{cx + 150},{y - 128}L{cx + 60},{y - 140}", oklch(*shaded(t, 0.8)), 11
    )
    for k in (-1, 1):
        d = (
            f"M{cx + k * 22},{y - 46}Q{cx + k * 100},{y - 70} {cx + k * 182},{y - 46}"
            f"Q{cx + k * 186},{y + 76} {cx + k * 108},{y + 84}Q{cx + k * 30},{y + 80} "
            f"{cx + k * 22},{y - 46}Z"
        )
        s.shadow.append(d)
        s.face(d, lens, 0.6, 1, depth=1.5)
        s.line(d, oklch(*shaded(t, 0.7)), 15)
        s.line(d, oklch(*lit(t, 0.12)), 5, 0.8)
        s.gloss(f"M{cx + k * 100 - 50},{y + 40}L{cx + k * 100 + 10},{y - 36}", 14, 0.28, 4)
    s.line(f"M{cx - 26},{y - 34}Q{cx},{y - 58} {cx + 26},{y - 34}", oklch(*shaded(t, 0.9)), 12)


@motif(contact=170, w=240, plinths="none")
def suitcase(s, b, cx):
    t = tone(s, NAVY, (0.55, 0.05, 165), SAND, MAROON, (0.80, 0.012, 80))
    b -= 20
    x, y, w, h = cx - 150, b - 430, 300, 414
    s.line(
        f"M{cx - 60},{y}V{y - 110}q0,-14 14,-14h92q14,0 14,14V{y}", oklch(*shaded(STEEL, 0.8)), 12
    )
    s.line(f"M{cx - 62},{y}V{y - 110}q0,-14 14,-14h92", oklch(*lit(STEEL, 0.1)), 4)
    for dx in (40, 236):
        s.oval(x + dx + 12, b - 8, 20, 20, BLACK, cast=True)
    s.block(x, y, w, h, t, r=44, side=18)
    for k in range(6):
        px = x + 40 + k * 44
        s.line(f"M{px},{y + 26}V{y + h - 26}", oklch(*shaded(t, 0.68)), 6, 0.7)
        s.line(f"M{px + 7},{y + 26}V{y + h - 26}", oklch(*lit(t, 0.12)), 4, 0.7)
    s.block(cx - 44, y + 18, 88, 26, shaded(t, 0.6), r=13)
    s.emblem(cx + 1, y + 210, 30, BRASS)


@motif(contact=170, w=230)
def bracelets(s, b, cx):
    """Bangles, or prayer beads, on a stand."""
    t = tone(s, BRASS, (0.36, 0.06, 45), (0.55, 0.12, 60), (0.40, 0.12, 262), (0.42, 0.06, 160))
    points = list(around(cx, b - 150, 1, 33, -1.57))
    for i, (px, py) in enumerate(points):
        x, y = cx + (px - cx) * 190, b - 176 + (py - b + 150) * 132
        s.ball(x, y, 19, *t)
        if i % 11 == 0:
            s.knob(x, y, 10, BRASS)
    s.line(f"M{cx},{b - 52}V{b - 6}", oklch(*shaded(t, 0.7)), 4)
    s.block(cx - 12, b - 40, 24, 48, BRASS, r=10)
    for k in range(7):
        s.line(f"M{cx - 9 + k * 3},{b + 6}l{(k - 3) * 5},56", oklch(*t), 3, 0.9)
    s.emblem(cx, b - 176, 46, BRASS, is_line=True)
