"""What crosses the border of favourites."""

MOST_FAVOURITES = 200
"""Of one buyer; the oldest goes for one more."""
