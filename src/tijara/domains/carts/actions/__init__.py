"""What can be done to a cart."""

from .empty_cart import empty_cart
from .forget_carts import forget_carts
from .merge_cart import merge_cart
from .put_back import put_back
from .put_in_cart import CartFull, put_in_cart
from .set_quantity import set_quantity

__all__ = [
    "CartFull",
    "empty_cart",
    "forget_carts",
    "merge_cart",
    "put_back",
    "put_in_cart",
    "set_quantity",
]
