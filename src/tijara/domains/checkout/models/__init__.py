from .checkout import Checkout

__all__ = ["Checkout"]
