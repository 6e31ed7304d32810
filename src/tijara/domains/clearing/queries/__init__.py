"""Reports of gateways, the accounts between owners, and the proofs about both."""

from .desk import clearings, items_proof, open_items
from .forms import kind_guess, kind_words, report_sample
from .proofs import reports_proof, shares_proof
from .reports import report, report_lines, reports, reports_to_book
from .standings import standings
from .waiting import of_orders, some_orders, touched_orders, waiting_proof

__all__ = [
    "clearings",
    "items_proof",
    "kind_guess",
    "kind_words",
    "of_orders",
    "open_items",
    "report",
    "report_lines",
    "report_sample",
    "reports",
    "reports_proof",
    "reports_to_book",
    "shares_proof",
    "some_orders",
    "standings",
    "touched_orders",
    "waiting_proof",
]
