from .order import Order
from .order_line import OrderLine
from .order_move import OrderMove
from .sales_bucket import SalesBucket, SummedSales

__all__ = ["Order", "OrderLine", "OrderMove", "SalesBucket", "SummedSales"]
