"""How things arrive."""

from ...colour import BRASS, lit, oklch, shaded, tone
from ...materials import glass, glaze, metal
from ...shapes import At, Box, rounded, star
from ...solids import lathe, rod, sphere
from ...studio import motif
from ...surfaces import block, dusk, emblem, face, flat, label, line
from .stuffs import CREAM, GREEN, LAPIS, MAROON, NIGHT, ROSE


@motif(contact=170, w=230)
def gift(s, b, cx):
    """A box with its ribbon: how things arrive."""
    t, band = (
        tone(s, LAPIS, CREAM, GREEN, ROSE, MAROON),
        tone(s, BRASS, (0.93, 0.02, 82), (0.55, 0.13, 28)),
    )
    block(s, Box(cx - 160, b - 236, 320, 232), t, r=8, side=18)
    face(s, rounded(cx - 26, b - 236, 52, 232, 2), band, 1, 0.4, cast=False)
    block(s, Box(cx - 174, b - 300, 348, 72), lit(t, 0.03), r=8, side=18)
    face(s, rounded(cx - 28, b - 300, 56, 72, 2), band, 1, 0.4, cast=False)
    for k in (-1, 1):
        loop = (
            f"M{cx},{b - 302}C{cx + k * 60},{b - 420} {cx + k * 170},{b - 400} "
            f"{cx + k * 130},{b - 330}C{cx + k * 110},{b - 300} {cx + k * 50},{b - 300} "
            f"{cx},{b - 302}Z"
        )
        face(s, loop, band, 1, 0.6)
        flat(
            s,
            (
                f"M{cx + k * 30},{b - 314}C{cx + k * 64},{b - 374} {cx + k * 124},{b - 372} "
                f"{cx + k * 106},{b - 334}Z"
            ),
            oklch(*shaded(band, 0.55)),
            0.7,
        )
    sphere(s, cx, b - 308, 25, band)
    for x in (-96, 96):
        emblem(
            s, cx + x, b - 116, 30, BRASS if band != BRASS or t[0] < 0.6 else LAPIS, is_line=True
        )


@motif(contact=190, w=245)
def hamper(s, b, cx):
    """A basket of good things."""
    t = tone(s, (0.66, 0.09, 66), (0.52, 0.08, 55))
    rod(
        s,
        f"M{cx - 176},{b - 150}C{cx - 170},{b - 470} {cx + 170},{b - 470} {cx + 176},{b - 150}",
        20,
        t,
    )
    lathe(s, At(cx - 96, b - 110), [(0, 52), (150, 52), (160, 40)], glaze(0.66, 0.14, 66))
    lathe(s, At(cx - 96, b - 110), [(160, 46), (196, 46)], metal(*BRASS))
    block(s, Box(cx - 34, b - 318, 104, 230), MAROON, r=10)
    label(s, Box(cx - 20, b - 270, 76, 96))
    lathe(
        s,
        At(cx + 122, b - 110),
        [(0, 44), (110, 44), (140, 22), (196, 18)],
        glass(0.50, 0.09, 125, 0.9),
    )
    lathe(s, At(cx + 122, b - 110), [(196, 22), (220, 22)], metal(*BRASS))
    d = (
        f"M{cx - 196},{b - 170}H{cx + 196}L{cx + 166},{b - 14}q-4,14 "
        f"-18,14H{cx - 148}q-14,0 -18,-14Z"
    )
    face(s, d, t, 1, 0.4)
    s.add(f"<g {s.clip(d)}>")
    for row in range(7):
        for k in range(15):
            x, y = cx - 206 + k * 28 + row % 2 * 14, b - 160 + row * 24
            line(s, f"M{x},{y}q10,11 22,0", oklch(*shaded(t, 0.62)), 7, 0.75)
            line(s, f"M{x},{y - 4}q10,11 22,0", oklch(*lit(t, 0.1)), 3, 0.7)
    s.add("</g>")
    rod(s, f"M{cx - 196},{b - 170}H{cx + 196}", 22, lit(t, 0.04))


@motif(contact=160, w=225)
def carton(s, b, cx):
    """How a parcel comes: a carton, the star on its tape."""
    t = tone(s, (0.72, 0.075, 66), CREAM, LAPIS)
    block(s, Box(cx - 178, b - 290, 356, 286), t, r=5, side=20)
    flat(s, f"M{cx - 178},{b - 286}h356v-2l20,-30h-336Z", oklch(*lit(t, 0.1)))
    flat(
        s,
        f"M{cx - 32},{b - 318}h72v130l-9,-10l-9,10l-9,-10l-9,10l-9,-10l-9,10l-9,-10l-9,10Z",
        oklch(*(LAPIS if t != LAPIS else CREAM)),
        0.92,
    )
    flat(s, star(cx + 2, b - 248, 24), oklch(*BRASS))
    label(s, Box(cx + 52, b - 130, 100, 96))
    for k in (0, 1):
        line(
            s,
            f"M{cx - 150 + k * 38},{b - 36}v-44m-11,14l11,-14l11,14",
            oklch(*shaded(t, 0.5)),
            5,
            0.8,
        )


@motif(contact=130, w=205)
def coupon(s, b, cx):
    """A card that opens something: a licence, a gift code."""
    t = tone(s, LAPIS, GREEN, MAROON, NIGHT, (0.50, 0.10, 320))
    for dx, dy, rot, c in ((50, -66, 9, BRASS), (16, -30, 3, CREAM), (-14, 0, -4, t)):
        x, y, w, h = cx - 200 + dx, b - 262 + dy, 400, 250
        s.add(f'<g transform="rotate({rot} {cx} {b})">')
        dusk(s, rounded(x, y, w, h, 24), 0.25, 12, 8, 12)
        face(s, rounded(x, y, w, h, 24), c, 1, 0.8)
        if c == t:
            line(s, star(x + 104, y + 104, 66), oklch(*BRASS), 4)
            flat(s, star(x + 104, y + 104, 34), oklch(*BRASS))
            for k in range(4):
                face(
                    s,
                    rounded(x + 36 + k * 88, y + 196, 72, 26, 6),
                    CREAM,
                    1,
                    0.3,
                    cast=False,
                    depth=0.9,
                )
            line(s, f"M{x + 210},{y + 80}h140M{x + 210},{y + 112}h92", "#fff", 9, 0.75)
        s.add("</g>")
