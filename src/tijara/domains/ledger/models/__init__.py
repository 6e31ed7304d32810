from .journal import Journal
from .posting import Posting
from .purse import Purse

__all__ = ["Journal", "Posting", "Purse"]
