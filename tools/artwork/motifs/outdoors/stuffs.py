"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

SAND = (0.78, 0.055, 78)
OLIVE = (0.50, 0.055, 120)
NIGHT = (0.30, 0.015, 265)
RUST = (0.58, 0.12, 42)
LAPIS = (0.44, 0.11, 260)
TEAL = (0.56, 0.08, 195)
WHITE = (0.95, 0.006, 90)
RED = (0.54, 0.16, 28)
