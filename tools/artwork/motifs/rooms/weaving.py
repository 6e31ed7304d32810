"""Woven bands."""

from ...shapes import n, star


def sadu(box, colours, rows):
    """Bands of triangles, every third of stars."""
    high = box.h / rows
    bands = []
    for row in range(rows):
        ground, figure = colours[row % len(colours)], colours[(row + 1) % len(colours)]
        y = box.y + row * high
        bands.append(
            f'<rect x="{n(box.x)}" y="{n(y)}" width="{box.w}" height="{n(high + 1)}" '
            f'fill="{ground}"/>'
        )
        many = 8 if row % 2 else 12
        step = box.w / many
        for i in range(many):
            if row % 3 == 2:
                cx, cy = box.x + (i + 0.5) * step, box.y + (row + 0.5) * high
                d = star(cx, cy, min(step, high) * 0.36)
            else:
                d = (
                    f"M{n(box.x + i * step)},{n(box.y + (row + 1) * high)}l{n(step / 2)},"
                    f"{n(-high * 0.8)}l{n(step / 2)},{n(high * 0.8)}Z"
                )
            bands.append(f'<path d="{d}" fill="{figure}"/>')
    return "".join(bands)
