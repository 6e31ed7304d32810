from .hold import Hold
from .movement import Movement
from .stock import Stock

__all__ = ["Hold", "Movement", "Stock"]
