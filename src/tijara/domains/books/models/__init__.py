from .book import Book
from .close import Close
from .entry import Entry
from .export import Export
from .line import Line
from .month import Month
from .sold import Sold

__all__ = ["Book", "Close", "Entry", "Export", "Line", "Month", "Sold"]
