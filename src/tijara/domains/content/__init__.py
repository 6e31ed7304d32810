"""Content: what an operator puts up on the pages of his market, beside the goods."""
