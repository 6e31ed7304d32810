"""What can be done to the journal, and to what is held."""

from .lock_purse import lock_purse
from .post_journal import post_journal
from .release_purses import release_purses

__all__ = ["lock_purse", "post_journal", "release_purses"]
