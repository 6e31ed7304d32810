from .change_look import AccentUnknown, change_look
from .open_market import MarketFixed, MarketInvalid, open_market

__all__ = [
    "AccentUnknown",
    "MarketFixed",
    "MarketInvalid",
    "change_look",
    "open_market",
]
