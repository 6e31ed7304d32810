"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

WHITE = (0.955, 0.008, 85)
NAVY = (0.32, 0.07, 264)
SAND = (0.78, 0.05, 75)
TAN = (0.60, 0.10, 55)
BROWN = (0.40, 0.07, 48)
MAROON = (0.38, 0.11, 20)
INK = (0.26, 0.012, 270)
