"""Colours as the eye orders them: lightness, chroma, hue (OKLCH), and back to what screens show."""

import math
from typing import NamedTuple

Triple = tuple[float, float, float]
FINE = 1e-5
"""Of chroma: less is less than a step of any screen."""


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma from 0, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def from_hex(colour: str) -> Oklch:
    """Of "#2a6f4e"."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def to_hex(colour: Oklch) -> str:
    """Where no screen shows so strong a colour, the strongest that it shows of this lightness."""
    lightness = min(max(colour.lightness, 0.0), 1.0)
    weak, strong = 0.0, max(colour.chroma, 0.0)
    if _is_shown(_rgb(Oklch(lightness, strong, colour.hue))):
        weak = strong
    while strong - weak > FINE:
        middle = (weak + strong) / 2
        if _is_shown(_rgb(Oklch(lightness, middle, colour.hue))):
            weak = middle
        else:
            strong = middle
    parts = (_gamma(part) for part in _rgb(Oklch(lightness, weak, colour.hue)))
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in parts)


def contrast(one: str, other: str) -> float:
    """Of two colours, from 1 to 21, as WCAG 2 measures it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> Triple:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _rgb(colour: Oklch) -> Triple:
    """Linear, and outside 0 to 1 where no screen shows it."""
    a = colour.chroma * math.cos(math.radians(colour.hue))
    b = colour.chroma * math.sin(math.radians(colour.hue))
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _is_shown(rgb: Triple) -> bool:
    return all(-1e-6 <= part <= 1 + 1e-6 for part in rgb)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * max(part, 0.0) ** (1 / 2.4) - 0.055
