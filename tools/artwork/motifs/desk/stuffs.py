"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

LAPIS = (0.40, 0.11, 262)
MAROON = (0.42, 0.12, 20)
GREEN = (0.44, 0.07, 155)
TAN = (0.60, 0.09, 58)
CREAM = (0.94, 0.016, 82)
NIGHT = (0.30, 0.03, 268)
ROSE = (0.76, 0.07, 20)
PAPER = (0.965, 0.012, 85)
