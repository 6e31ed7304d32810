"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

WOOD = (0.76, 0.075, 70)
RED = (0.60, 0.15, 28)
BLUE = (0.56, 0.11, 250)
YELLOW = (0.83, 0.13, 85)
GREEN = (0.64, 0.09, 150)
CORAL = (0.74, 0.11, 40)
PLUM = (0.56, 0.10, 330)
MIX = [RED, BLUE, YELLOW, GREEN, CORAL, PLUM]
CREAM = (0.93, 0.02, 80)
