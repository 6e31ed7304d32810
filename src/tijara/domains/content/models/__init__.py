from .banner import Banner

__all__ = ["Banner"]
