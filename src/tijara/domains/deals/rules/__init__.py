"""What follows from days and words alone."""

from .days import end_of_days, protected_until
from .words import LONGEST_WORDS, MOST_PHOTOS, tidy_words

__all__ = ["LONGEST_WORDS", "MOST_PHOTOS", "end_of_days", "protected_until", "tidy_words"]
