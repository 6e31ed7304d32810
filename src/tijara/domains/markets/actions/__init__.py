from .change_look import AccentUnknown, change_look
from .declare_operator import PapersInvalid, declare_operator
from .open_market import MarketFixed, MarketInvalid, open_market

__all__ = [
    "AccentUnknown",
    "MarketFixed",
    "MarketInvalid",
    "PapersInvalid",
    "change_look",
    "declare_operator",
    "open_market",
]
