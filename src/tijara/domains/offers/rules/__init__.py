"""What terms may be, and how a row of a shop's file is understood. Pure functions."""

from .columns import ColumnPlan, plan_columns
from .prices import CONDITIONS, price_fault
from .rows import ReadRow, RowReader
from .sections import SectionNames

__all__ = [
    "CONDITIONS",
    "ColumnPlan",
    "ReadRow",
    "RowReader",
    "SectionNames",
    "plan_columns",
    "price_fault",
]
