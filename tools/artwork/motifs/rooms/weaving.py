"""Woven bands."""

from ...shapes import n, star


def sadu(s, x, y, w, h, cols, rows=7):
    """Bands of woven triangles."""
    out, bh = "", h / rows
    for r in range(rows):
        c1, c2 = cols[r % len(cols)], cols[(r + 1) % len(cols)]
        out += (
            f'<rect x="{n(x)}" y="{n(y + r * bh)}" width="{w}" height="{n(bh + 1)}" fill="{c1}"/>'
        )
        k = 8 if r % 2 else 12
        step = w / k
        if r % 3 == 2:
            out += "".join(
                (
                    '<path d="'
                    + (star(x + (i + 0.5) * step, y + (r + 0.5) * bh, min(step, bh) * 0.36))
                    + f'" fill="{c2}"/>'
                )
                for i in range(k)
            )
        else:
            out += "".join(
                (
                    f'<path d="M{n(x + i * step)},{n(y + (r + 1) * bh)}l{n(step / 2)},'
                    f'{n(-bh * 0.8)}l{n(step / 2)},{n(bh * 0.8)}Z" fill="{c2}"/>'
                )
                for i in range(k)
            )
    return out
