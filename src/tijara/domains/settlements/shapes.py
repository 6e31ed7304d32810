"""What crosses the border of settlements."""
