from .journal import Journal
from .posting import Posting

__all__ = ["Journal", "Posting"]
