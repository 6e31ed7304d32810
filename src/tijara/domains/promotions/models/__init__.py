from .claim import Claim
from .code import Code
from .joining import Joining
from .promotion import PromotionRow
from .use import Use

__all__ = ["Claim", "Code", "Joining", "PromotionRow", "Use"]
