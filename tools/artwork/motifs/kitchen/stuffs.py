"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

LIGHT_WOOD = (0.74, 0.075, 70)
WALNUT = (0.42, 0.065, 52)
CREAM = (0.94, 0.016, 82)
LAPIS = (0.42, 0.11, 262)
TERRA = (0.58, 0.11, 42)
