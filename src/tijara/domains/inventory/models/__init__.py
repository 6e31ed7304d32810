from .code import Code
from .cost_move import CostMove
from .hold import Hold
from .movement import Movement
from .stock import Stock
from .stock_cost import StockCost
from .stock_file import StockFile

__all__ = ["Code", "CostMove", "Hold", "Movement", "Stock", "StockCost", "StockFile"]
