from .checkout import Checkout
from .confirmed_phone import ConfirmedPhone
from .ordered_by_phone import OrderedByPhone

__all__ = ["Checkout", "ConfirmedPhone", "OrderedByPhone"]
