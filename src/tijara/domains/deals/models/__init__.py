from .deal import Deal
from .deal_move import DealMove
from .deal_photo import DealPhoto
from .deal_process import DealProcess
from .deal_word import DealWord
from .dispute import Dispute

__all__ = ["Deal", "DealMove", "DealPhoto", "DealProcess", "DealWord", "Dispute"]
