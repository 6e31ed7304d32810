"""Tax of lines and documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaxedLine:
    """A line's amount with tax, the tax inside it (minor units) and the rate (bp)."""

    total_minor: int
    tax_minor: int
    rate_bp: int
