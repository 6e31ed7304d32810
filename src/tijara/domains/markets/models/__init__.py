from .market import Market

__all__ = ["Market"]
