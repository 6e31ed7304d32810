from .account_sum import AccountSum, Mark, MovedBucket, MovedTo, SummedTo
from .journal import Journal
from .posting import Posting
from .purse import Purse

__all__ = [
    "AccountSum",
    "Journal",
    "Mark",
    "MovedBucket",
    "MovedTo",
    "Posting",
    "Purse",
    "SummedTo",
]
