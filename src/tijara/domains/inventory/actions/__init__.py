"""What can be done to stock."""

from .add_codes import add_codes
from .add_stock_file import TooManyFiles, add_stock_file
from .adjust_stock import adjust_stock
from .assign_codes import CodesMissing, assign_codes
from .bring_back_costs import bring_back_costs
from .count_stock import BelowHeld, MovedMeanwhile, NoSuchStock, NotCounted, count_stock
from .grow_hold import grow_hold
from .hand_over_costs import hand_over_costs
from .hold_stock import NotEnoughStock, hold_stock
from .keep_as import KindIsFixed, NotDigital, SoldFromShelf, keep_as
from .keep_costs import keep_costs
from .move_holds import HoldTooSmall, move_holds
from .open_codes import open_codes
from .receive_stock import receive_stock
from .release_hold import release_hold
from .remove_stock_file import LastFile, NoSuchFile, remove_stock_file
from .reseal_codes import reseal_codes
from .restock_order import restock_order
from .set_unit_cost import set_unit_cost
from .sweep_holds import sweep_holds
from .withdraw_code import NoSuchCode, withdraw_code

__all__ = [
    "BelowHeld",
    "CodesMissing",
    "HoldTooSmall",
    "KindIsFixed",
    "LastFile",
    "MovedMeanwhile",
    "NoSuchCode",
    "NoSuchFile",
    "NoSuchStock",
    "NotCounted",
    "NotDigital",
    "NotEnoughStock",
    "SoldFromShelf",
    "TooManyFiles",
    "add_codes",
    "add_stock_file",
    "adjust_stock",
    "assign_codes",
    "bring_back_costs",
    "count_stock",
    "grow_hold",
    "hand_over_costs",
    "hold_stock",
    "keep_as",
    "keep_costs",
    "move_holds",
    "open_codes",
    "receive_stock",
    "release_hold",
    "remove_stock_file",
    "reseal_codes",
    "restock_order",
    "set_unit_cost",
    "sweep_holds",
    "withdraw_code",
]
