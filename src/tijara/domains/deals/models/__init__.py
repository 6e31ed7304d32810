from .deal import Deal
from .deal_move import DealMove
from .deal_process import DealProcess
from .deal_word import DealWord
from .dispute import Dispute

__all__ = ["Deal", "DealMove", "DealProcess", "DealWord", "Dispute"]
