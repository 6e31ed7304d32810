from .open_market import MarketFixed, MarketInvalid, open_market

__all__ = ["MarketFixed", "MarketInvalid", "open_market"]
