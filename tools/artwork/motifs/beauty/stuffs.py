"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

CREAM = (0.94, 0.016, 80)
ROSE = (0.80, 0.06, 18)
LAPIS = (0.42, 0.11, 262)
