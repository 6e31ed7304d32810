"""What can be done with price lists, and with the history of prices."""

from .add_list_member import MemberInvalid, add_list_member
from .check_prices import PriceRowsInvalid, check_prices
from .drop_price import drop_price
from .forget_list_member import forget_list_member
from .put_price import put_price
from .record_prices import record_prices
from .remove_list_member import remove_list_member
from .save_price_list import PriceListInvalid, PriceListUnknown, TooManyLists, save_price_list
from .set_list_prices import set_list_prices

__all__ = [
    "forget_list_member",
    "MemberInvalid",
    "PriceListInvalid",
    "PriceListUnknown",
    "PriceRowsInvalid",
    "TooManyLists",
    "add_list_member",
    "check_prices",
    "drop_price",
    "put_price",
    "record_prices",
    "remove_list_member",
    "save_price_list",
    "set_list_prices",
]
