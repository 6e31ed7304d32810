"""Colours of the stuffs that this family is made of: lightness, chroma, hue."""

WHITE = (0.95, 0.006, 250)
IVORY = (0.92, 0.02, 82)
SPACE = (0.44, 0.012, 265)
SAGE = (0.70, 0.04, 150)
NIGHT = (0.30, 0.02, 265)
LAPIS = (0.42, 0.10, 262)
ROSE = (0.78, 0.06, 25)
