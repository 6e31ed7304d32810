"""Outlines as path data, and where a thing stands or lies."""

import math
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class At:
    """Where a turned body stands: its axis and its foot."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Oval:
    x: float
    y: float
    rx: float
    ry: float


@dataclass(frozen=True, slots=True)
class Girth:
    """A line round a turned body: its axis and foot, how high, how far out, how flat."""

    x: float
    foot: float
    high: float
    r: float
    squash: float = 0.14


def n(v):
    return f"{v:.1f}".rstrip("0").rstrip(".")


def star(cx, cy, r, rot=0.0, inner=0.7654):
    """The khatam: two squares turned by 45 degrees, as one outline of sixteen points."""
    pts = []
    for i in range(16):
        rr = r if i % 2 == 0 else r * inner
        t = rot + math.pi * i / 8
        pts.append(f"{n(cx + rr * math.cos(t))},{n(cy + rr * math.sin(t))}")
    return "M" + "L".join(pts) + "Z"


def rounded(x, y, w, h, r):
    r = min(r, w / 2, h / 2)
    arc = f"a{n(r)},{n(r)} 0 0 1"
    return (
        f"M{n(x + r)},{n(y)}h{n(w - 2 * r)}{arc} {n(r)},{n(r)}v{n(h - 2 * r)}{arc} {n(-r)},{n(r)}"
        f"h{n(2 * r - w)}{arc} {n(-r)},{n(-r)}v{n(2 * r - h)}{arc} {n(r)},{n(-r)}Z"
    )


def ring_of(cx, cy, rx, ry):
    arc = f"a{n(rx)},{n(ry)} 0 1 0"
    return f"M{n(cx - rx)},{n(cy)}{arc} {n(2 * rx)},0{arc} {n(-2 * rx)},0Z"


def around(cx, cy, r, count, start=0.0) -> Iterator[tuple[float, float]]:
    """Points of a circle."""
    for i in range(count):
        turn = start + 2 * math.pi * i / count
        yield cx + r * math.cos(turn), cy + r * math.sin(turn)


def arch(cx, top, w, base, kind):
    x0, x1 = cx - w, cx + w
    if kind == "round":
        y = top + w
        return f"M{x0},{base}V{y}A{w},{w} 0 0 1 {x1},{y}V{base}Z"
    y = top + w * 1.12
    return (
        f"M{x0},{base}V{n(y)}C{x0},{n(y - w * 0.62)} {n(cx - w * 0.36)},"
        f"{n(top + w * 0.22)} {cx},{top}C{n(cx + w * 0.36)},{n(top + w * 0.22)}"
        f" {x1},{n(y - w * 0.62)} {x1},{n(y)}V{base}Z"
    )
