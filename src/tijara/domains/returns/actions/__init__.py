"""What can be done about goods that are sent back, and money that goes back."""

from .advance_due_returns import advance_due_returns
from .advance_return import advance_return
from .answer_shop import answer_shop
from .appeal_return import appeal_return
from .approve_return import approve_return
from .arrange_pickup import NotToFetch, PickupInvalid, arrange_pickup
from .ask_buyer import ask_buyer
from .ask_difference import ask_difference
from .check_buyer import check_buyer
from .close_returned_order import close_returned_order
from .credit_buyer import NoWallet, credit_buyer
from .drop_carriage_band import drop_carriage_band
from .exchange_return import ExchangeNotPossible, exchange_return
from .forget_pickups import forget_pickups
from .give_difference import give_difference
from .give_goodwill import GoodwillInvalid, give_goodwill
from .inspect_return import InspectionInvalid, inspect_return
from .keep_label import keep_label
from .move_return import NoSuchReturn, ReturnMovedOn, move_return
from .name_photos import name_photos
from .open_due_refund import open_due_refund
from .open_owed import open_owed
from .pay_difference import pay_difference
from .receive_return import receive_return
from .record_refund_paid import NothingOwed, record_refund_paid
from .reduce_price import ReductionInvalid, reduce_price
from .refund_order import NotRefundable, ReturnUnderWay, refund_order
from .refund_return import refund_return
from .refund_units import MoreThanDelivered, NothingPaid, PriceReduced, refund_units
from .reject_return import reject_return
from .request_return import AskedAlready, ReturnInvalid, TooManyReturns, request_return
from .send_back_return import OwesMoney, send_back_return
from .send_goods import SendingInvalid, send_goods
from .set_carriage_band import CarriageBandInvalid, set_carriage_band
from .set_carriage_terms import CarriageInvalid, set_carriage_terms
from .settle_carriage import settle_carriage
from .take_back_returned import take_back_returned
from .tell_of_pickup import tell_of_pickup
from .tell_of_refund import tell_of_refund
from .tell_of_return import tell_of_return
from .uphold_rejection import uphold_rejection
from .wish_pickup import wish_pickup
from .withdraw_return import withdraw_return
from .write_word import WordsInvalid, write_word

__all__ = [
    "forget_pickups",
    "CarriageBandInvalid",
    "CarriageInvalid",
    "drop_carriage_band",
    "set_carriage_band",
    "set_carriage_terms",
    "settle_carriage",
    "NotToFetch",
    "PickupInvalid",
    "arrange_pickup",
    "keep_label",
    "tell_of_pickup",
    "wish_pickup",
    "AskedAlready",
    "ExchangeNotPossible",
    "GoodwillInvalid",
    "InspectionInvalid",
    "MoreThanDelivered",
    "NoSuchReturn",
    "NoWallet",
    "NotRefundable",
    "NothingOwed",
    "NothingPaid",
    "OwesMoney",
    "PriceReduced",
    "ReductionInvalid",
    "ReturnInvalid",
    "ReturnMovedOn",
    "ReturnUnderWay",
    "SendingInvalid",
    "TooManyReturns",
    "WordsInvalid",
    "advance_due_returns",
    "advance_return",
    "answer_shop",
    "appeal_return",
    "approve_return",
    "ask_buyer",
    "ask_difference",
    "check_buyer",
    "close_returned_order",
    "credit_buyer",
    "exchange_return",
    "give_difference",
    "give_goodwill",
    "inspect_return",
    "move_return",
    "name_photos",
    "open_due_refund",
    "open_owed",
    "pay_difference",
    "receive_return",
    "record_refund_paid",
    "reduce_price",
    "refund_order",
    "refund_return",
    "refund_units",
    "reject_return",
    "request_return",
    "send_back_return",
    "send_goods",
    "tell_of_refund",
    "tell_of_return",
    "uphold_rejection",
    "withdraw_return",
    "write_word",
    "take_back_returned",
]
