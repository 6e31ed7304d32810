"""Patterns of LIKE."""


def literal(text: str) -> str:
    """What stands for itself in a pattern."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
