from .add_member import SellerUnknown, add_member
from .declare_identity import IdentityInvalid, declare_identity
from .open_seller import SellerInvalid, open_seller
from .remove_address import remove_address
from .save_address import AddressInvalid, BookFull, NoSuchAddress, save_address

__all__ = [
    "AddressInvalid",
    "BookFull",
    "IdentityInvalid",
    "NoSuchAddress",
    "SellerInvalid",
    "SellerUnknown",
    "add_member",
    "declare_identity",
    "open_seller",
    "remove_address",
    "save_address",
]
