from .account_sum import AccountSum, MovedBucket, MovedTo, SummedTo
from .journal import Journal
from .posting import Posting
from .purse import Purse

__all__ = ["AccountSum", "Journal", "MovedBucket", "MovedTo", "Posting", "Purse", "SummedTo"]
