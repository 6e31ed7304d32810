"""What people type, read kindly: Arabic digits count, stray marks don't, nonsense is None."""

from uuid import UUID

MOST_UNITS = 999


def read_quantity(text: str) -> int | None:
    """A whole number from 0 to 999 in any digits, or None."""
    text = text.strip()
    if not text.isdecimal() or len(text) > len(str(MOST_UNITS)):
        return None
    return int(text)


def read_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def read_minor(text: str) -> int | None:
    """An amount in minor units, as our own forms carry it, or None."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 12 else None


def read_page(text: str) -> int:
    """A page number; whatever isn't one is the first page."""
    return int(text) if text.isdecimal() and len(text) <= 4 and int(text) > 0 else 1
