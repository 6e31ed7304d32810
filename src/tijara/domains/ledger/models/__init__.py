from .account_sum import AccountSum, SummedTo
from .journal import Journal
from .posting import Posting
from .purse import Purse

__all__ = ["AccountSum", "Journal", "Posting", "Purse", "SummedTo"]
