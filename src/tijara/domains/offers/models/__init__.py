from .import_change import ImportChange
from .import_column import ImportColumn
from .import_row import ImportRow
from .import_run import ImportRun
from .offer import Offer

__all__ = ["ImportChange", "ImportColumn", "ImportRow", "ImportRun", "Offer"]
