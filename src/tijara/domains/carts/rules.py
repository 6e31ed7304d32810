"""How much a cart may hold."""

MOST_UNITS = 99
MOST_LINES = 60
