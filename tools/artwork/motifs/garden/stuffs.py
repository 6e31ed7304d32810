"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

CLAY = (0.60, 0.11, 42)
WHITE = (0.94, 0.01, 85)
SLATE = (0.40, 0.02, 250)
LAPIS = (0.44, 0.11, 262)
LEAF = (0.56, 0.10, 142)
DEEP = (0.44, 0.08, 150)
LIME = (0.68, 0.12, 128)
WOOD = (0.62, 0.085, 62)
