"""What crosses the border of returns."""
