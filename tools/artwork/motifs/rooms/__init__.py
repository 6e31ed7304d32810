"""What a home is furnished with."""
