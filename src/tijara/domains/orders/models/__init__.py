from .order import Order
from .order_line import OrderLine
from .order_move import OrderMove

__all__ = ["Order", "OrderLine", "OrderMove"]
