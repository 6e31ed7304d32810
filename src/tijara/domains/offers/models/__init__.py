from .import_row import ImportRow
from .import_run import ImportRun
from .offer import Offer

__all__ = ["ImportRow", "ImportRun", "Offer"]
