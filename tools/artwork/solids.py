"""Round things: what is turned on a lathe, rods, spheres, and what goes round a body."""

import math

from .colour import oklch
from .shapes import Girth, n, star
from .splines import spline

OPEN = "open"
"""Instead of a lid's colour: one looks into the body."""
TOP_LIGHT = ((0, "#fff", 0.14), (0.45, "#fff", 0), (0.55, "#000", 0), (1, "#000", 0.20))


def lathe(s, at, prof, mat, squash=0.14, lid=None, cast=True):
    """A turned body. `prof`: (height, radius) from the foot to the top; `lid`: the top's colour."""
    pts = [(h, max(0.1, r)) for h, r in spline(prof)]
    d = _outline(at, pts, squash)
    if cast:
        s.shadow.append(d)
    alpha = f' fill-opacity="{mat.alpha}"' if mat.alpha is not None else ""
    s.add(f'<path d="{d}" fill="{mat.base}"{alpha}/><g {s.clip(d)}>')
    for band in mat.bands:
        _band(s, at, pts, band, squash)
    s.add(f'<path d="{d}" fill="{s.lin(TOP_LIGHT)}"/></g>')
    high, r = pts[-1]
    if r > 3:
        _top(s, Girth(at.x, at.y, high, r, squash), mat, lid)
    return d


def _outline(at, pts, squash):
    (h0, r0), (h1, r1) = pts[0], pts[-1]
    left = [(at.x - r, at.y - h) for h, r in reversed(pts)]
    right = [(at.x + r, at.y - h) for h, r in pts]
    return (
        "M"
        + "L".join(f"{n(x)},{n(y)}" for x, y in left)
        + f"A{n(r0)},{n(r0 * squash)} 0 0 0 {n(at.x + r0)},{n(at.y - h0)}L"
        + "L".join(f"{n(x)},{n(y)}" for x, y in right)
        + f"A{n(r1)},{n(r1 * squash)} 0 0 0 {n(at.x - r1)},{n(at.y - h1)}Z"
    )


def _band(s, at, pts, band, squash):
    u, v, colour, op, soft = band
    there = [(at.x + u * r, at.y - h) for h, r in pts]
    back = [(at.x + v * r, at.y - h) for h, r in reversed(pts)]
    below = pts[0][1] * squash + 4
    (x0, y0), (x1, y1) = there[0], back[-1]
    edge = [(x0, y0 + below), *there, *back, (x1, y1 + below)]
    d = "L".join(f"{n(x)},{n(y)}" for x, y in edge)
    widest = max(r for _, r in pts)
    s.add(f'<path d="M{d}Z" fill="{colour}" opacity="{op}" {s.blur(max(1, soft * widest))}/>')


def _top(s, rim, mat, lid):
    y, ry = rim.foot - rim.high, rim.r * rim.squash
    at = f'<ellipse cx="{n(rim.x)}" cy="{n(y)}" rx="{n(rim.r)}" ry="{n(ry)}"'
    if lid != OPEN:
        s.add(f'{at} fill="{lid or mat.lid}"/>')
        return
    s.add(f'{at} fill="{mat.lid}"/>')
    s.add(
        f'<ellipse cx="{n(rim.x)}" cy="{n(y + 1)}" rx="{n(rim.r * 0.93)}" ry="{n(ry * 0.86)}" '
        f'fill="{s.lin([(0, mat.inner), (1, mat.base)], 0, 0, 0.4, 1)}"/>'
    )


def rod(s, d, w, t):
    """A bent rod: dark body, light upper edge."""
    light, c, h = t
    s.add(
        '<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{d}" stroke="{oklch(light * 0.55, c, h)}" stroke-width="{w}"/>'
        f'<path d="{d}" stroke="{oklch(light, c, h)}" stroke-width="{n(w * 0.72)}" '
        f'transform="translate({n(-w * 0.07)},{n(-w * 0.07)})"/>'
        f'<path d="{d}" stroke="{oklch(min(0.97, light + 0.18), c * 0.7, h)}" '
        f'stroke-width="{n(w * 0.24)}" transform="translate({n(-w * 0.16)},'
        f'{n(-w * 0.16)})" opacity=".9" {s.blur(max(0.6, w * 0.05))}/>'
        "</g>"
    )


def sphere(s, cx, cy, r, t, cast=True):
    light, c, h = t
    if cast:
        s.shadow.append(f"M{n(cx - r)},{n(cy)}a{r},{r} 0 1 0 {2 * r},0a{r},{r} 0 1 0 {-2 * r},0Z")
    stops = [
        (0, oklch(min(0.97, light + 0.16), c * 0.8, h)),
        (0.45, oklch(light, c, h)),
        (1, oklch(light * 0.5, c, h)),
    ]
    s.add(f'<circle cx="{n(cx)}" cy="{n(cy)}" r="{n(r)}" fill="{s.rad(stops, 0.34, 0.28, 0.78)}"/>')


def stars_on(s, girth, size, count, colour, op=0.9):
    """A band of stars wrapped round a turned body."""
    stars = ""
    for i in range(count):
        t = math.pi * (i + 0.5) / count - math.pi / 2
        x, wide = girth.x + girth.r * math.sin(t), math.cos(t)
        if wide < 0.18:
            continue
        y = girth.foot - girth.high + girth.r * girth.squash * math.cos(t)
        stars += (
            f'<path d="{star(0, 0, size)}" transform="translate({n(x)},{n(y)}) '
            f'scale({round(wide, 2)},1)"/>'
        )
    s.add(f'<g fill="{colour}" opacity="{op}">{stars}</g>')


def hoop(s, girth, w, colour, op=1):
    """The front half of a ring round a turned body."""
    x, y, r = girth.x, girth.foot - girth.high, girth.r
    s.add(
        f'<path d="M{n(x - r)},{n(y)}A{n(r)},{n(r * girth.squash)} 0 0 0 {n(x + r)},{n(y)}" '
        f'fill="none" stroke="{colour}" stroke-width="{w}" opacity="{op}"/>'
    )
