"""What stands before a mirror."""
