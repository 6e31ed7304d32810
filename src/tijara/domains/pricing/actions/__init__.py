"""What can be done with price lists, and with the history of prices."""

from .add_list_member import MemberInvalid, add_list_member
from .record_prices import record_prices
from .remove_list_member import remove_list_member
from .save_price_list import PriceListInvalid, PriceListUnknown, TooManyLists, save_price_list
from .set_list_prices import PriceRowsInvalid, set_list_prices

__all__ = [
    "MemberInvalid",
    "PriceListInvalid",
    "PriceListUnknown",
    "PriceRowsInvalid",
    "TooManyLists",
    "add_list_member",
    "record_prices",
    "remove_list_member",
    "save_price_list",
    "set_list_prices",
]
