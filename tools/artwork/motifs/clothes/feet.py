"""What is worn on the feet."""

from ...colour import lit, oklch, shaded, tone
from ...shapes import rounded, star
from ...solids import rod
from ...studio import motif
from ...surfaces import dusk, face, flat, line, seam
from .stuffs import BROWN, INK, MAROON, NAVY, SAND, TAN, WHITE


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
        flat(s, sole, oklch(*shaded(t, 0.4)), 1, 'transform="translate(9,10)"')
        face(s, sole, lit(t, 0.1), 1, 0.5, cast=False)
        seam(s, sole.replace("Z", ""), 0.8, oklch(*stitch))
        strap = (
            f"M{x - 84},{y - 214}C{x - 60},{y - 300} {x + 60},{y - 300} {x + 88},{y - 214}"
            f"L{x + 82},{y - 296}C{x + 50},{y - 366} {x - 50},{y - 366} {x - 80},{y - 296}"
            "Z"
        )
        dusk(s, strap, 0.4)
        face(s, strap, t, 1, 0.5, cast=False)
        seam(s, strap, 0.9, oklch(*stitch))
        flat(s, star(x, y - 306, 22), oklch(*stitch), 0.95)
        rod(s, f"M{x - 4},{y - 336}L{x - 16},{y - 388}", 14, t)
        s.add("</g>")


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
        face(s, body, t, 0.8, 1)
        face(
            s,
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
        flat(
            s,
            (
                f"M{x - 60 * k},{y - 60 * k}Q{x + 10 * k},{y - 76 * k} {x + 70 * k},{y - 138 * k}"
                f"l14,22Q{x + 20 * k},{y - 40 * k} {x - 60 * k},{y - 60 * k}"
                "Z"
            ),
            oklch(*accent),
            0.95,
        )
        for i in range(4):
            line(
                s,
                f"M{x - (40 + i * 24) * k},{y - (168 - i * 17) * k}l{26 * k},{28 * k}",
                oklch(*(INK if t[0] > 0.6 else WHITE)),
                6,
                0.85,
            )
        face(s, rounded(x - 216 * k, y - 36 * k, 412 * k, 40 * k, 18), (0.94, 0.01, 85), 1, 0.3)
        line(s, f"M{x - 204 * k},{y - 14 * k}h{388 * k}", oklch(*accent), 5, 0.9)
