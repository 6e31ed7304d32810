"""What can be done with invoices: they are given out and printed, never changed."""

from .issue_credit_note import issue_credit_note
from .issue_invoice import NotDelivered, issue_invoice
from .issue_missing_invoices import issue_missing_invoices
from .print_invoices import print_invoices
from .write_invoice import write_invoice

__all__ = [
    "NotDelivered",
    "issue_credit_note",
    "issue_invoice",
    "issue_missing_invoices",
    "print_invoices",
    "write_invoice",
]
