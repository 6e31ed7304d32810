from .attempt import Attempt
from .charge import Charge
from .notice import Notice
from .receipt import Receipt
from .refund import Refund

__all__ = ["Attempt", "Charge", "Notice", "Receipt", "Refund"]
