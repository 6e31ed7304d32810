"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

CREAM = (0.94, 0.016, 82)
LAPIS = (0.42, 0.11, 262)
GREEN = (0.46, 0.08, 150)
RED = (0.48, 0.14, 26)
CLAY = (0.60, 0.11, 42)
