from .add_member import SellerUnknown, add_member
from .declare_identity import IdentityInvalid, declare_identity
from .open_seller import SellerInvalid, open_seller

__all__ = [
    "IdentityInvalid",
    "SellerInvalid",
    "SellerUnknown",
    "add_member",
    "declare_identity",
    "open_seller",
]
