from .cancel_charge import cancel_charge
from .open_charge import open_charge
from .open_refund import open_refund

__all__ = ["cancel_charge", "open_charge", "open_refund"]
