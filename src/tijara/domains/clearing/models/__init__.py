from .form import GatewayForm
from .line import GatewayLine
from .report import GatewayReport
from .share import GatewayShare
from .waiting import WaitingOrder, WaitingTo

__all__ = [
    "GatewayForm",
    "GatewayLine",
    "GatewayReport",
    "GatewayShare",
    "WaitingOrder",
    "WaitingTo",
]
