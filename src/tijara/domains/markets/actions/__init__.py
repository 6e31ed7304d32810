from .open_market import MarketInvalid, open_market

__all__ = ["MarketInvalid", "open_market"]
