"""What follows from days and words alone."""

from .days import end_of_days, protected_until
from .words import LONGEST_WORDS, tidy_words

__all__ = ["LONGEST_WORDS", "end_of_days", "protected_until", "tidy_words"]
