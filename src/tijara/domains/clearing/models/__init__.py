from .line import GatewayLine
from .report import GatewayReport
from .share import GatewayShare

__all__ = ["GatewayLine", "GatewayReport", "GatewayShare"]
