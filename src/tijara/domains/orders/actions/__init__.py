"""What can be done to orders."""

from .cancel_order import NotCancellable, cancel_order
from .confirm_order import confirm_order
from .move_order import NoSuchOrder, WrongState, move_order
from .place_orders import place_orders
from .tell_of_order import tell_of_order
from .undo_sale import undo_sale

__all__ = [
    "NoSuchOrder",
    "NotCancellable",
    "WrongState",
    "cancel_order",
    "confirm_order",
    "move_order",
    "place_orders",
    "tell_of_order",
    "undo_sale",
]
