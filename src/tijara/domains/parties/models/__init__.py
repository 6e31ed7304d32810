from .membership import Membership
from .seller import Seller

__all__ = ["Membership", "Seller"]
