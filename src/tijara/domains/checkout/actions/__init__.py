"""What can be done with a checkout."""

from .finish_checkout import NoSuchCheckout, finish_checkout
from .hold_basket import hold_basket
from .place_checkout import (
    AddressInvalid,
    BasketChanged,
    EmptyCart,
    PaymentNotPossible,
    place_checkout,
)
from .resume_checkouts import resume_checkouts

__all__ = [
    "AddressInvalid",
    "BasketChanged",
    "EmptyCart",
    "NoSuchCheckout",
    "PaymentNotPossible",
    "finish_checkout",
    "hold_basket",
    "place_checkout",
    "resume_checkouts",
]
