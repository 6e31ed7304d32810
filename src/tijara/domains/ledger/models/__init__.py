from .account_sum import AccountSum, MovedBucket, SummedTo
from .journal import Journal
from .posting import Posting
from .purse import Purse

__all__ = ["AccountSum", "Journal", "MovedBucket", "Posting", "Purse", "SummedTo"]
