"""Colours in oklch, the palettes of the rooms, and the materials that things are made of."""

import math


def oklch(light, c, h):
    a, b = c * math.cos(math.radians(h)), c * math.sin(math.radians(h))
    l_, m_, s_ = (
        light + 0.3963377774 * a + 0.2158037573 * b,
        light - 0.1055613458 * a - 0.0638541728 * b,
        light - 0.0894841775 * a - 1.291485548 * b,
    )
    l3, m3, s3 = l_**3, m_**3, s_**3
    rgb = (
        4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
        -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
        -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
    )
    out = []
    for v in rgb:
        v = min(1, max(0, v))
        v = 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055
        out.append(round(v * 255))
    return "#" + "".join(f"{value:02x}" for value in out)


PALETTES = {
    "sand": ((0.885, 0.028, 78), -0.045, (0.62, 0.12, 45)),
    "clay": ((0.805, 0.046, 48), -0.055, (0.46, 0.09, 30)),
    "rose": ((0.850, 0.030, 28), -0.050, (0.50, 0.12, 15)),
    "sage": ((0.810, 0.030, 135), -0.055, (0.45, 0.07, 145)),
    "mist": ((0.850, 0.026, 245), -0.050, (0.45, 0.12, 262)),
    "lapis": ((0.440, 0.095, 264), -0.070, (0.78, 0.12, 80)),
    "saffron": ((0.850, 0.072, 82), -0.060, (0.50, 0.12, 45)),
    "plum": ((0.520, 0.070, 350), -0.070, (0.80, 0.09, 60)),
    "stone": ((0.820, 0.010, 80), -0.050, (0.40, 0.03, 60)),
    "night": ((0.330, 0.060, 268), -0.060, (0.80, 0.12, 82)),
    "teal": ((0.520, 0.052, 205), -0.060, (0.82, 0.09, 70)),
    "cocoa": ((0.430, 0.045, 50), -0.060, (0.80, 0.10, 75)),
}
"""Wall (lightness, chroma, hue), how much darker the floor is, the props' accent."""
BRASS, COPPER, STEEL, BLACK = (
    (0.70, 0.115, 82),
    (0.60, 0.110, 46),
    (0.74, 0.008, 250),
    (0.30, 0.01, 270),
)


def tone(s, *choices):
    """The first material that a thing asks for can be named by the picture; others fall by lot."""
    c = s.rng.choice(choices)
    if s.material is not None:
        c, s.material = choices[s.material % len(choices)], None
    return c


def lit(t, by):
    """The same stuff with more light on it."""
    return min(0.985, t[0] + by), t[1] * 0.92, t[2]


def shaded(t, share):
    """The same stuff with a share of its light."""
    return t[0] * share, t[1], t[2]
