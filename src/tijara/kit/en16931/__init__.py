"""EN 16931: the semantic model of an invoice, its business rules, and its writing in UBL 2.1.

It stands in the kit because every invoice authority's provider speaks of it, and providers don't
know one another (ADR 73).
"""

from . import ubl
from .model import (
    Adjustment,
    Allowance,
    Category,
    PaperKind,
    Place,
    Preceding,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Totals,
    Trader,
    totals_of,
)
from .rules import Broken, broken_rules

__all__ = [
    "Adjustment",
    "Allowance",
    "Broken",
    "Category",
    "PaperKind",
    "Place",
    "Preceding",
    "SemanticInvoice",
    "SupplyLine",
    "TaxShare",
    "Totals",
    "Trader",
    "broken_rules",
    "totals_of",
    "ubl",
]
