"""What papers say, and what they say to the tax authority."""

from .commissions import Recipient, bounds_of, commission_content, month_before, operator_of
from .debits import carriage_content, debit_content, debit_faults, tidy_note
from .marks import marks_of, marks_told, own_code
from .papers import (
    WITH_QR,
    Unreconciled,
    credit_lines,
    currency_in_arabic,
    facts_of_sheet,
    figures,
    hijri_of,
    invoice_number,
    lines_of,
    phase_one_qr,
    qr_picture,
    sums_of,
    support_of,
    taxes_of,
    without_support,
)
from .semantic import WHOLE_FOR_EXPORT, about_unit, fingerprint, next_pause, semantic_invoice

__all__ = [
    "WHOLE_FOR_EXPORT",
    "WITH_QR",
    "Recipient",
    "Unreconciled",
    "about_unit",
    "bounds_of",
    "carriage_content",
    "commission_content",
    "credit_lines",
    "currency_in_arabic",
    "debit_content",
    "debit_faults",
    "facts_of_sheet",
    "figures",
    "fingerprint",
    "hijri_of",
    "invoice_number",
    "lines_of",
    "marks_of",
    "marks_told",
    "month_before",
    "next_pause",
    "operator_of",
    "own_code",
    "phase_one_qr",
    "qr_picture",
    "semantic_invoice",
    "sums_of",
    "support_of",
    "taxes_of",
    "tidy_note",
    "without_support",
]
