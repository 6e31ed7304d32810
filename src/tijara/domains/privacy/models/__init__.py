from .closing import Closing
from .data_copy import DataCopy

__all__ = ["Closing", "DataCopy"]
