"""What terms may be, and how a row of a shop's file is understood. Pure functions."""

from .columns import ColumnPlan, chosen_twice, plan_columns, unknown_choices
from .families import Bundle, Families
from .known_goods import SoldBySku, known_goods, named_drafts, skus_of
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
    "SoldBySku",
    "chosen_twice",
    "known_goods",
    "named_drafts",
    "plan_columns",
    "price_fault",
    "skus_of",
    "unknown_choices",
]
