"""What grows, and what it is tended with."""
