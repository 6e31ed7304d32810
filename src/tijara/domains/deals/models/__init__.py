from .deal import Deal
from .deal_move import DealMove

__all__ = ["Deal", "DealMove"]
