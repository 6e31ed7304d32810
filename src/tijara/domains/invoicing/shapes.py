"""What crosses the border of invoicing."""
