from .form import GatewayForm
from .line import GatewayLine
from .report import GatewayReport
from .share import GatewayShare

__all__ = ["GatewayForm", "GatewayLine", "GatewayReport", "GatewayShare"]
