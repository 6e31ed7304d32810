"""What terms may be, and how a row of a shop's file is understood. Pure functions."""

from .columns import ColumnPlan, chosen_twice, plan_columns, unknown_choices
from .families import Bundle, Families
from .prices import CONDITIONS, price_fault
from .rows import ReadRow, RowReader, RowRefused
from .sections import SectionNames
from .variants import FamilyReader

__all__ = [
    "CONDITIONS",
    "Bundle",
    "ColumnPlan",
    "Families",
    "FamilyReader",
    "ReadRow",
    "RowReader",
    "RowRefused",
    "SectionNames",
    "chosen_twice",
    "plan_columns",
    "price_fault",
    "unknown_choices",
]
