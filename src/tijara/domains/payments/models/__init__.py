from .attempt import Attempt
from .charge import Charge
from .gateway_keys import GatewayKeys
from .notice import Notice
from .receipt import Receipt
from .refund import Refund

__all__ = ["Attempt", "Charge", "GatewayKeys", "Notice", "Receipt", "Refund"]
