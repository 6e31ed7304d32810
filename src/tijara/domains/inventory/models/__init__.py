from .code import Code
from .hold import Hold
from .movement import Movement
from .stock import Stock
from .stock_file import StockFile

__all__ = ["Code", "Hold", "Movement", "Stock", "StockFile"]
