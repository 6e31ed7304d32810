from .checkout import Checkout
from .confirmed_phone import ConfirmedPhone

__all__ = ["Checkout", "ConfirmedPhone"]
