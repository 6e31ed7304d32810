"""Privacy: a copy of what is kept about a person, and the end of his account."""
