"""What people write about a deal: tidy, and within bounds."""

from tijara.kit.arabic import strip_controls

LONGEST_WORDS = 1000
MOST_PHOTOS = 4


def tidy_words(text: str) -> str:
    """Lines stay lines."""
    return strip_controls(text, keep_lines=True)
