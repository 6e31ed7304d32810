from .membership import Membership
from .saved_address import SavedAddress
from .seller import Seller

__all__ = ["Membership", "SavedAddress", "Seller"]
