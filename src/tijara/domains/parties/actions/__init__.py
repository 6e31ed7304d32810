from .add_member import SellerUnknown, add_member
from .change_papers import change_papers
from .open_seller import SellerInvalid, open_seller
from .remove_address import remove_address
from .save_address import AddressInvalid, BookFull, NoSuchAddress, save_address

__all__ = [
    "AddressInvalid",
    "BookFull",
    "NoSuchAddress",
    "SellerInvalid",
    "SellerUnknown",
    "add_member",
    "change_papers",
    "open_seller",
    "remove_address",
    "save_address",
]
