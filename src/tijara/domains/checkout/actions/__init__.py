"""What can be done with a checkout."""

from .adopt_order import adopt_order
from .confirm_by_call import confirm_by_call
from .confirm_phone import confirm_phone
from .drop_charge import drop_charge
from .finish_checkout import NoSuchCheckout, finish_checkout
from .follow_switch import follow_switch
from .forget_buyer import forget_buyer
from .give_up_unpaid import give_up_unpaid
from .hold_basket import hold_basket
from .note_phone import note_phone
from .pay_with_credit import pay_with_credit
from .place_checkout import (
    AddressInvalid,
    BasketChanged,
    CashNotForThisPhone,
    CompanyInvalid,
    EmptyCart,
    PaymentNotPossible,
    PromotionGone,
    place_checkout,
)
from .prepare_order import NoLongerSold, prepare_order
from .resume_checkouts import resume_checkouts
from .send_code_again import (
    NothingToConfirm,
    PhoneInvalid,
    PhoneNotForThisOrder,
    send_code_again,
)
from .send_first_code import send_first_code
from .take_apart_checkout import NothingToTakeApart, take_apart_checkout
from .take_deposit import take_deposit
from .take_payment import take_payment

__all__ = [
    "AddressInvalid",
    "BasketChanged",
    "CashNotForThisPhone",
    "CompanyInvalid",
    "EmptyCart",
    "NoLongerSold",
    "NoSuchCheckout",
    "NothingToConfirm",
    "NothingToTakeApart",
    "PaymentNotPossible",
    "PhoneInvalid",
    "PhoneNotForThisOrder",
    "PromotionGone",
    "adopt_order",
    "confirm_by_call",
    "confirm_phone",
    "drop_charge",
    "finish_checkout",
    "follow_switch",
    "forget_buyer",
    "give_up_unpaid",
    "hold_basket",
    "note_phone",
    "pay_with_credit",
    "place_checkout",
    "prepare_order",
    "resume_checkouts",
    "send_code_again",
    "send_first_code",
    "take_apart_checkout",
    "take_deposit",
    "take_payment",
]
