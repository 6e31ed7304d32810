"""Numbers as a language writes them: 1,234.50, in French 1 234,50."""

NARROW_SPACE = "\u202f"
"""A space that no line is broken at."""


def figures(value: int | str, language: str) -> str:
    """A whole number, or a decimal written with a point, with its thousands set apart."""
    whole, point, part = str(value).partition(".")
    grouped = f"{int(whole):,}"
    if language != "fr":
        return f"{grouped}{point}{part}"
    return grouped.replace(",", NARROW_SPACE) + ("," if point else "") + part
