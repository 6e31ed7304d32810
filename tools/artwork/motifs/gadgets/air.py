"""Wind and heat."""

from ...colour import BRASS, STEEL, lit, oklch, shaded, tone
from ...materials import matte
from ...shapes import At, Box, Oval, ring_of
from ...solids import lathe, rod
from ...studio import motif
from ...surfaces import block, emblem, face, flat, gloss, line, oval
from .stuffs import IVORY, LAPIS, NIGHT, ROSE, SAGE, WHITE


@motif(contact=130, w=200)
def fan(s, b, cx):
    t = tone(s, WHITE, NIGHT, SAGE, ROSE)
    lathe(s, At(cx, b), [(0, 112), (10, 116), (22, 60), (36, 24)], matte(*t), squash=0.2)
    rod(s, f"M{cx},{b - 30}V{b - 210}", 24, t)
    y = b - 330
    s.shadow.append(ring_of(cx, y, 168, 168))
    flat(s, ring_of(cx, y, 166, 166), oklch(*shaded(t, 0.8)), 0.22)
    for k in range(5):
        s.add(f'<g transform="rotate({k * 72 + 14} {cx} {y})">')
        face(
            s,
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
        line(s, ring_of(cx, y, r, r), oklch(*shaded(t, 0.62)), 4 if r == 166 else 2, 0.9)
    for k in range(20):
        s.add(
            f'<g transform="rotate({k * 18} {cx} {y})"><path d="M{cx},{y - 34}'
            f'V{y - 166}" stroke="{oklch(*shaded(t, 0.62))}" stroke-widt'
            'h="1.6" opacity=".7"/></g>'
        )
    oval(s, Oval(cx, y, 38, 38), t)
    emblem(s, cx, y, 17, BRASS)


@motif(contact=180, w=230)
def iron(s, b, cx):
    t = tone(s, LAPIS, SAGE, (0.52, 0.14, 26), NIGHT)
    face(
        s,
        (
            f"M{cx - 230},{b}C{cx - 190},{b - 90} {cx - 60},{b - 130} {cx + 190},{b - 126}"
            f"L{cx + 206},{b}Z"
        ),
        STEEL,
        1,
        0.4,
    )
    face(
        s,
        (
            f"M{cx - 206},{b - 26}C{cx - 160},{b - 110} {cx - 50},{b - 150} "
            f"{cx + 60},{b - 160}L{cx + 196},{b - 150}L{cx + 204},{b - 26}"
            "Z"
        ),
        t,
        1,
        0.6,
    )
    rod(
        s,
        (
            f"M{cx - 110},{b - 130}C{cx - 70},{b - 270} {cx + 40},{b - 290} "
            f"{cx + 150},{b - 270}C{cx + 210},{b - 256} {cx + 196},{b - 170} "
            f"{cx + 176},{b - 146}"
        ),
        34,
        shaded(t, 0.86),
    )
    oval(s, Oval(cx + 30, b - 92, 32, 32), IVORY)
    line(s, f"M{cx + 30},{b - 92}l14,-18", oklch(*NIGHT), 5)
    gloss(s, f"M{cx - 160},{b - 70}Q{cx - 110},{b - 116} {cx - 30},{b - 128}", 8, 0.5, 3)
    rod(
        s,
        f"M{cx + 196},{b - 240}C{cx + 260},{b - 260} {cx + 230},{b - 380} {cx + 280},{b - 430}",
        10,
        NIGHT,
    )


@motif(contact=110, w=190)
def dryer(s, b, cx):
    t = tone(s, ROSE, NIGHT, WHITE, SAGE)
    rod(s, f"M{cx + 40},{b - 10}C{cx + 60},{b - 40} {cx + 180},{b} {cx + 230},{b - 70}", 10, NIGHT)
    face(
        s,
        f"M{cx - 6},{b - 200}L{cx + 26},{b - 8}q2,10 12,10h50q12,0 10,-14L{cx + 78},{b - 220}Z",
        shaded(t, 0.9),
        1,
        0.4,
    )
    face(
        s,
        f"M{cx - 210},{b - 386}L{cx - 150},{b - 400}V{b - 216}L{cx - 210},{b - 230}Z",
        (0.34, 0.01, 265),
        1,
        0.4,
    )
    face(
        s,
        (
            f"M{cx - 160},{b - 404}H{cx + 60}C{cx + 170},{b - 404} {cx + 170},{b - 208} "
            f"{cx + 60},{b - 208}H{cx - 160}Z"
        ),
        t,
        0.4,
        1,
    )
    gloss(s, f"M{cx - 140},{b - 378}H{cx + 50}", 10, 0.6, 4)
    oval(s, Oval(cx + 78, b - 306, 56, 84), shaded(t, 0.8))
    emblem(s, cx + 78, b - 306, 32, BRASS, is_line=True)
    block(s, Box(cx + 30, b - 170, 20, 56), STEEL, r=8)
