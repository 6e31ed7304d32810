"""What follows from codes and costs alone."""

from .codes import (
    LONGEST_CODE,
    MOST_CODES,
    about_code,
    codes_in,
    file_name,
    last_of,
    mark_of,
)
from .costs import MOST_MINOR, gone, part_back, received, revalued

__all__ = [
    "LONGEST_CODE",
    "MOST_CODES",
    "MOST_MINOR",
    "about_code",
    "codes_in",
    "file_name",
    "gone",
    "last_of",
    "mark_of",
    "part_back",
    "received",
    "revalued",
]
