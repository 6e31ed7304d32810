"""More of the larder and the home."""
