from .invoice import Invoice
from .invoice_print import InvoicePrint
from .series import Series

__all__ = ["Invoice", "InvoicePrint", "Series"]
