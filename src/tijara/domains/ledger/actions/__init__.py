"""What can be done to the journal, and to what is held."""

from .award_purse import award_purse
from .end_deposit import end_deposit
from .lock_purse import lock_purse
from .post_journal import post_journal
from .put_deposit import put_deposit
from .release_purses import release_purses
from .sum_postings import sum_postings

__all__ = [
    "award_purse",
    "end_deposit",
    "lock_purse",
    "post_journal",
    "put_deposit",
    "release_purses",
    "sum_postings",
]
