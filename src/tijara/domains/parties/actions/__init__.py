from .add_member import SellerUnknown, add_member
from .open_seller import SellerInvalid, open_seller

__all__ = ["SellerInvalid", "SellerUnknown", "add_member", "open_seller"]
