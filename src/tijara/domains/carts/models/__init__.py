from .cart_line import CartLine

__all__ = ["CartLine"]
