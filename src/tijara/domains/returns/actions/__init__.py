"""What can be done about money that goes back."""

from .open_due_refund import open_due_refund
from .open_owed import open_owed
from .record_refund_paid import NothingOwed, record_refund_paid
from .refund_order import NotRefundable, refund_order
from .tell_of_refund import tell_of_refund

__all__ = [
    "NotRefundable",
    "NothingOwed",
    "open_due_refund",
    "open_owed",
    "record_refund_paid",
    "refund_order",
    "tell_of_refund",
]
