from .commission_invoice import CommissionInvoice, CommissionSeries, HeldCommission
from .debit_claim import DebitClaim
from .filing import Filing
from .held import Held
from .invoice import Invoice
from .invoice_print import InvoicePrint
from .series import Series
from .unit import Unit

__all__ = [
    "DebitClaim",
    "CommissionInvoice",
    "CommissionSeries",
    "Filing",
    "Held",
    "HeldCommission",
    "Invoice",
    "InvoicePrint",
    "Series",
    "Unit",
]
