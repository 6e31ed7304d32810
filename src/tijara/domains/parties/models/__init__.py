from .buyer import Buyer
from .customer import Customer
from .invitation import Invitation
from .kept_order import KeptOrder
from .membership import Membership
from .saved_address import SavedAddress
from .seller import Seller

__all__ = [
    "Buyer",
    "Customer",
    "Invitation",
    "KeptOrder",
    "Membership",
    "SavedAddress",
    "Seller",
]
