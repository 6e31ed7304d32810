"""What can be done to stock."""

from .adjust_stock import adjust_stock
from .count_stock import BelowHeld, NoSuchStock, count_stock
from .hold_stock import NotEnoughStock, hold_stock
from .receive_stock import receive_stock
from .release_hold import release_hold
from .restock_order import restock_order
from .sweep_holds import sweep_holds

__all__ = [
    "BelowHeld",
    "NoSuchStock",
    "NotEnoughStock",
    "adjust_stock",
    "count_stock",
    "hold_stock",
    "receive_stock",
    "release_hold",
    "restock_order",
    "sweep_holds",
]
