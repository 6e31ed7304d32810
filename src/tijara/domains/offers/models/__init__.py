from .offer import Offer

__all__ = ["Offer"]
