"""The tax inside the lines of a document."""

from collections.abc import Sequence

from .rules import tax_inside
from .shapes import TaxedLine


def taxed_lines(totals_minor: Sequence[int], rate_bp: int) -> list[TaxedLine]:
    """One for each amount, in order; a document's tax is the sum of its lines'."""
    return [TaxedLine(total, tax_inside(total, rate_bp), rate_bp) for total in totals_minor]
