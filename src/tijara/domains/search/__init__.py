"""Search: the index that shelves, categories and searches read."""
